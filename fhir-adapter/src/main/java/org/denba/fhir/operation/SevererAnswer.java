package org.denba.fhir.operation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.denba.engine.assessment.Finding;
import org.denba.engine.protocol.Urgency;
import org.denba.engine.triage.InvalidRequestException;
import org.denba.engine.triage.TriageRequest;
import org.denba.engine.triage.TriageResult;
import org.denba.engine.triage.TriageResult.Classification;
import org.denba.engine.triage.TriageResult.Status;
import org.denba.fhir.mapping.FhirEncounter;

/**
 * Answers a request in which elements have several values at the same time: the more severe answer
 * is used. Which value is the more severe one no door can know, so the rules are asked for each:
 * for every combination while these are few, else for one element after the other, the rest of them
 * unknown until their turn. The answer does not depend on the order in which values were sent.
 */
final class SevererAnswer {

  private static final int MOST_COMBINATIONS = 16;

  /**
   * More urgent first in what it cannot rule out, then in what it proves, then in how much it
   * proves and leaves open.
   */
  private static final Comparator<TriageResult> SEVERITY =
      Comparator.comparing(TriageResult::couldBe)
          .thenComparing(TriageResult::urgency)
          .thenComparing(SevererAnswer::weight, Arrays::compare);

  private final Function<TriageRequest, TriageResult> engine;

  SevererAnswer(Function<TriageRequest, TriageResult> engine) {
    this.engine = engine;
  }

  /**
   * Of two patients each one's values are decided by that patient's own answer.
   *
   * @throws InvalidRequestException when no combination can be evaluated
   */
  TriageResult triage(FhirEncounter encounter) {
    TriageRequest request = encounter.request();
    if (encounter.companion() == null || encounter.companion().contradictions().isEmpty()) {
      return triage(request, encounter.contradictions());
    }
    Tried second =
        new SevererAnswer(r -> engine.apply(asCompanion(request, r)).companion())
            .decide(
                request.withFindings(request.companion().findings()),
                encounter.companion().contradictions());
    return triage(
        asCompanion(
            request, request.withFindings(with(request.companion().findings(), second.findings()))),
        encounter.contradictions());
  }

  private static TriageRequest asCompanion(TriageRequest first, TriageRequest second) {
    return first.withCompanion(
        new TriageRequest.Companion(
            first.companion().patient(), second.findings(), first.companion().notices()));
  }

  /**
   * @param alternatives the elements with several values, each with all of them
   * @throws InvalidRequestException when no combination can be evaluated
   */
  TriageResult triage(TriageRequest request, Map<String, List<Finding>> alternatives) {
    return alternatives.isEmpty() ? engine.apply(request) : decide(request, alternatives).result();
  }

  private Tried decide(TriageRequest request, Map<String, List<Finding>> alternatives) {
    Map<String, List<Finding>> few = new LinkedHashMap<>();
    alternatives.forEach((element, findings) -> few.put(element, Extremes.of(findings)));
    long combinations = 1;
    for (List<Finding> findings : few.values()) {
      combinations = Math.min(combinations * findings.size(), MOST_COMBINATIONS + 1L);
    }
    return combinations <= MOST_COMBINATIONS ? every(request, few) : inTurn(request, few);
  }

  private Tried every(TriageRequest request, Map<String, List<Finding>> alternatives) {
    List<Map<String, Finding>> combinations = new ArrayList<>();
    combinations.add(Map.of());
    for (Map.Entry<String, List<Finding>> entry : alternatives.entrySet()) {
      List<Map<String, Finding>> longer = new ArrayList<>();
      for (Map<String, Finding> combination : combinations) {
        for (Finding finding : entry.getValue()) {
          Map<String, Finding> more = new LinkedHashMap<>(combination);
          more.put(entry.getKey(), finding);
          longer.add(more);
        }
      }
      combinations = longer;
    }
    return severest(request, combinations);
  }

  private Tried inTurn(TriageRequest request, Map<String, List<Finding>> alternatives) {
    Map<String, Finding> chosen = new LinkedHashMap<>();
    alternatives.keySet().forEach(element -> chosen.put(element, new Finding.Unknown()));
    TriageResult result = null;
    for (Map.Entry<String, List<Finding>> entry : alternatives.entrySet()) {
      List<Map<String, Finding>> tries = new ArrayList<>();
      for (Finding finding : entry.getValue()) {
        Map<String, Finding> one = new LinkedHashMap<>(chosen);
        one.put(entry.getKey(), finding);
        tries.add(one);
      }
      Tried best = severest(request, tries);
      chosen.putAll(best.findings());
      result = best.result();
    }
    return new Tried(chosen, result);
  }

  private record Tried(Map<String, Finding> findings, TriageResult result) {}

  private Tried severest(TriageRequest request, List<Map<String, Finding>> tries) {
    Tried best = null;
    InvalidRequestException refused = null;
    for (Map<String, Finding> findings : tries) {
      try {
        TriageResult result =
            engine.apply(request.withFindings(with(request.findings(), findings)));
        if (best == null || SEVERITY.compare(result, best.result()) > 0) {
          best = new Tried(findings, result);
        }
      } catch (InvalidRequestException e) {
        // One of the values contradicts the rest of the request; another one may not.
        refused = e;
      }
    }
    if (best == null) {
      throw refused;
    }
    return best;
  }

  private static Map<String, Finding> with(
      Map<String, Finding> findings, Map<String, Finding> more) {
    Map<String, Finding> all = new LinkedHashMap<>(findings);
    all.putAll(more);
    return all;
  }

  /** How many rows are proved and how many are open, the most urgent first. */
  private static int[] weight(TriageResult result) {
    Urgency[] urgencies = Urgency.values();
    int[] weight = new int[2 * urgencies.length];
    for (Classification row : result.classifications()) {
      int place = 2 * (urgencies.length - 1 - row.urgency().ordinal());
      weight[row.status() == Status.PROVED ? place : place + 1]++;
    }
    return weight;
  }
}
