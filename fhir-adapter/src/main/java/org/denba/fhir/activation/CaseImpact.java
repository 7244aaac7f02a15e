package org.denba.fhir.activation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.denba.engine.TriageEngine;
import org.denba.engine.approval.Sha256;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.protocol.Urgency;
import org.denba.engine.triage.EngineOptions;
import org.denba.engine.triage.InvalidRequestException;
import org.denba.engine.triage.TriageRequest;
import org.denba.engine.triage.TriageResult;
import org.denba.engine.verification.CaseFiles;
import org.denba.engine.verification.ClinicalCase;

/**
 * What becomes of the patients of all cases when one set of rules takes the place of another.
 *
 * @param patients how many patients were looked at
 * @param lessUrgent one line for each patient who becomes less urgent, or is not answered any more
 * @param moreUrgent one line for each patient who becomes more urgent
 * @param otherwise one line for each patient whose classifications change at the same urgency
 */
record CaseImpact(
    int patients, List<String> lessUrgent, List<String> moreUrgent, List<String> otherwise) {

  /**
   * Answers every case of both sets of rules by both.
   *
   * @param options what the operator decides: the day, and that the site's own parameters count
   */
  static CaseImpact between(TriageEngine before, TriageEngine after, EngineOptions options) {
    CaseImpact impact = new CaseImpact(0, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    int patients = 0;
    for (Protocol protocol : before.rules()) {
      LocalDate day = options.today().get();
      for (ClinicalCase each : CaseFiles.read(before, before.files(), protocol.id(), day)) {
        patients++;
        impact.compare(each, before, after);
      }
    }
    return new CaseImpact(patients, impact.lessUrgent, impact.moreUrgent, impact.otherwise);
  }

  private void compare(ClinicalCase each, TriageEngine before, TriageEngine after) {
    Optional<TriageResult> was = answer(before, each.request());
    if (was.isEmpty()) {
      // a case that tests a refusal is no patient
      return;
    }
    Optional<TriageResult> is = answer(after, each.request());
    String name = each.file() + " " + each.id() + ": ";
    if (is.isEmpty()) {
      lessUrgent.add(name + words(was.get()) + " -> is not answered any more");
      return;
    }
    String line = name + words(was.get()) + " -> " + words(is.get());
    int proved = is.get().urgency().compareTo(was.get().urgency());
    int possible = is.get().couldBe().compareTo(was.get().couldBe());
    if (proved < 0 || possible < 0) {
      lessUrgent.add(line);
    } else if (proved > 0 || possible > 0) {
      moreUrgent.add(line);
    } else if (!rows(was.get()).equals(rows(is.get()))) {
      otherwise.add(line);
    }
  }

  private static Optional<TriageResult> answer(TriageEngine engine, TriageRequest request) {
    try {
      return Optional.of(engine.triage(request, request.date()));
    } catch (InvalidRequestException e) {
      // the answer is that there is none
      return Optional.empty();
    }
  }

  private static List<String> rows(TriageResult result) {
    return result.classifications().stream()
        .map(row -> row.rule() + " " + row.status().code())
        .toList();
  }

  private static String words(TriageResult result) {
    Urgency proved = result.urgency();
    String urgency =
        proved == result.couldBe()
            ? proved.code()
            : proved.code() + " (could be " + result.couldBe().code() + ")";
    return urgency + " " + rows(result);
  }

  boolean dangerous() {
    return !lessUrgent.isEmpty();
  }

  /** The same changes between the same rules have the same digest. */
  String digest(String between) {
    return Sha256.of(between + "\n" + String.join("\n", lines()));
  }

  String summary() {
    if (lessUrgent.isEmpty() && moreUrgent.isEmpty() && otherwise.isEmpty()) {
      return "no answer to the patients of " + patients + " cases changes";
    }
    return "of the patients of "
        + patients
        + " cases "
        + lessUrgent.size()
        + " become less urgent, "
        + moreUrgent.size()
        + " more urgent, and "
        + otherwise.size()
        + " are classified otherwise";
  }

  /** Every change, the most dangerous first. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lessUrgent.forEach(line -> lines.add("less urgent: " + line));
    moreUrgent.forEach(line -> lines.add("more urgent: " + line));
    otherwise.forEach(line -> lines.add("otherwise: " + line));
    return lines;
  }
}
