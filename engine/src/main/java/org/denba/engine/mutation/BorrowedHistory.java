package org.denba.engine.mutation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.denba.engine.assessment.Assessment;
import org.denba.engine.assessment.Finding;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.immunisation.VaccineSchedule;
import org.denba.engine.triage.TriageRequest;

/**
 * Finds for a patient of a proof, of whom it is only said how she stands with a vaccine, an age and
 * doses with which she stands so: those of a case.
 */
final class BorrowedHistory {

  private static final int LENDERS = 4;

  private final Suite suite;
  private final DataDictionary dictionary;
  private final Optional<VaccineSchedule> schedule;

  BorrowedHistory(Suite suite, DataDictionary dictionary) {
    this.suite = suite;
    this.dictionary = dictionary;
    this.schedule = suite.protocol().measurements().vaccines();
  }

  /** Whether the calendar of the protocol works this element out. */
  boolean isOfCalendar(String element) {
    return schedule.isPresent()
        && !schedule.get().restsOn(dictionary.element(element).orElseThrow().index()).isEmpty();
  }

  /**
   * The request with the age, the doses and the parameters of each of the first cases in which the
   * calendar says what is wanted.
   *
   * @param standing what the calendar must say, code by element
   * @param request everything else that is said of the patient
   */
  List<TriageRequest> with(Map<String, String> standing, TriageRequest request) {
    return IntStream.range(0, suite.cases().size())
        .filter(i -> suite.seen().get(i).isPresent())
        .filter(i -> says(suite.seen().get(i).get().assessment(), standing))
        .mapToObj(i -> merged(standing.keySet(), suite.cases().get(i).request(), request))
        .distinct()
        .limit(LENDERS)
        .toList();
  }

  private boolean says(Assessment assessment, Map<String, String> standing) {
    return standing.entrySet().stream().allMatch(each -> says(assessment, each));
  }

  private boolean says(Assessment assessment, Map.Entry<String, String> wanted) {
    DataElement element = dictionary.element(wanted.getKey()).orElseThrow();
    int code = element.codes().indexOf(wanted.getValue());
    int codes = code < 0 ? 0 : 1 << code;
    return assessment.possibleCodes(element.index()) == codes;
  }

  private TriageRequest merged(Set<String> standing, TriageRequest lender, TriageRequest request) {
    Set<String> rests = new TreeSet<>();
    for (String element : standing) {
      List<DataElement> on =
          schedule.orElseThrow().restsOn(dictionary.element(element).orElseThrow().index());
      on.forEach(each -> rests.add(each.id()));
    }
    Map<String, Finding> findings = new LinkedHashMap<>();
    lender
        .findings()
        .forEach(
            (id, finding) -> {
              if (rests.contains(id)) {
                findings.put(id, finding);
              }
            });
    findings.putAll(request.findings());
    return Draft.of(
        request,
        draft -> {
          draft.findings.clear();
          draft.findings.putAll(findings);
          draft.parameters.clear();
          draft.parameters.putAll(lender.parameters());
          draft.parameters.putAll(request.parameters());
          draft.patient = lender.patient();
          draft.date = lender.date();
        });
  }
}
