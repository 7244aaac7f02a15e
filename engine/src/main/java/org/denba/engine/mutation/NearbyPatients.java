package org.denba.engine.mutation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.denba.engine.TriageEngine;
import org.denba.engine.proof.Question;
import org.denba.engine.triage.InvalidRequestException;
import org.denba.engine.triage.RuleSet;
import org.denba.engine.triage.TriageRequest;
import org.denba.engine.triage.TriageResult;
import org.denba.engine.verification.AnswerDifference;

/**
 * Looks for a patient who is answered differently beside the patients of the cases: one thing is
 * said otherwise, then two. Asked only of changes that no case noticed. The work is bounded: the
 * {@value #CASES} nearest cases, of {@value #PAIR_CASES} of them two things at once, at most
 * {@value #MOST} patients; then {@value #CHANCES} with three to five things drawn by chance.
 */
final class NearbyPatients {

  static final int CASES = 40;
  static final int PAIR_CASES = 4;
  static final int MOST = 3_000;
  static final int CHANCES = 2_000;
  private static final int LEAST_CHANGES = 3;
  private static final long SEED = 20_261_122L;
  private static final int KEPT = 20_000;

  private final TriageEngine engine;
  private final Suite suite;
  private final Map<TriageRequest, Optional<TriageResult>> answers = new ConcurrentHashMap<>();

  NearbyPatients(TriageEngine engine, Suite suite) {
    this.engine = engine;
    this.suite = suite;
  }

  /**
   * The first such patient.
   *
   * @param questions what matters to the rules that differ; empty where nobody knows
   */
  Optional<TriageRequest> find(RuleSet changed, List<Question> questions) {
    OneThingElse something = new OneThingElse(engine.dictionary(), suite.protocol(), questions);
    boolean calendar =
        questions.isEmpty()
            || questions.stream().anyMatch(each -> each.name().startsWith("vaccine-"));
    OtherHistory history = new OtherHistory(suite.protocol());
    Search search = new Search(changed, something, calendar ? history : null);
    List<TriageRequest> near = near(changed);
    for (TriageRequest each : near) {
      Optional<TriageRequest> found = search.first(search.beside(each));
      if (found.isPresent()) {
        return found;
      }
    }
    for (TriageRequest each : near.subList(0, Math.min(PAIR_CASES, near.size()))) {
      for (TriageRequest one : search.beside(each)) {
        Optional<TriageRequest> found = search.first(search.beside(one));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return byChance(search, near);
  }

  /** Several things said otherwise at once; the same ones in each run. */
  private static Optional<TriageRequest> byChance(Search search, List<TriageRequest> near) {
    Random random = new Random(SEED);
    for (int i = 0; i < CHANCES && !near.isEmpty(); i++) {
      TriageRequest patient = near.get(random.nextInt(near.size()));
      int changes = LEAST_CHANGES + random.nextInt(LEAST_CHANGES);
      for (int change = 0; change < changes; change++) {
        List<TriageRequest> beside = search.beside(patient);
        patient = beside.isEmpty() ? patient : beside.get(random.nextInt(beside.size()));
      }
      if (search.differs(patient)) {
        return Optional.of(patient);
      }
    }
    return Optional.empty();
  }

  /** The requests of the cases, those first that miss least of the rules that differ. */
  private List<TriageRequest> near(RuleSet changed) {
    RuleDifferences differences =
        new RuleDifferences(suite.protocol(), changed.protocol(suite.protocol().id()));
    int[] missing =
        suite.seen().stream()
            .mapToInt(seen -> seen.map(differences::missing).orElse(Integer.MAX_VALUE))
            .toArray();
    return IntStream.range(0, missing.length)
        .boxed()
        .filter(at -> missing[at] < Integer.MAX_VALUE)
        .sorted(Comparator.comparing(at -> missing[at]))
        .limit(CASES)
        .map(at -> suite.cases().get(at).request())
        .toList();
  }

  private Optional<TriageResult> before(TriageRequest request) {
    if (answers.size() > KEPT) {
      answers.clear();
    }
    return answers.computeIfAbsent(request, each -> answer(() -> engine.triage(each, each.date())));
  }

  private static Optional<TriageResult> answer(Supplier<TriageResult> triage) {
    try {
      return Optional.of(triage.get());
    } catch (InvalidRequestException e) {
      // a patient who cannot be
      return Optional.empty();
    }
  }

  /** One search, which tries no patient twice. */
  private final class Search {

    private final RuleSet changed;
    private final OneThingElse something;
    private final OtherHistory history;
    private final Set<TriageRequest> tried = new HashSet<>();

    private Search(RuleSet changed, OneThingElse something, OtherHistory history) {
      this.changed = changed;
      this.something = something;
      this.history = history;
    }

    private List<TriageRequest> beside(TriageRequest request) {
      List<TriageRequest> others = new ArrayList<>(something.than(request));
      if (history != null) {
        others.addAll(history.than(request));
      }
      return others;
    }

    private Optional<TriageRequest> first(List<TriageRequest> requests) {
      for (TriageRequest request : requests) {
        if (tried.size() < MOST && tried.add(request) && differs(request)) {
          return Optional.of(request);
        }
      }
      return Optional.empty();
    }

    private boolean differs(TriageRequest request) {
      Optional<TriageResult> was = before(request);
      return was.isPresent()
          && answer(() -> changed.triage(request, request.date()))
              .filter(is -> !AnswerDifference.of(was.get(), is).isEmpty())
              .isPresent();
    }
  }
}
