package org.denba.fhir.workbench.simulator;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.denba.engine.impact.PatientText;
import org.denba.engine.triage.TriageRequest;
import org.denba.engine.triage.TriageResult;
import org.denba.engine.triage.TriageResult.Classification;
import org.denba.engine.triage.TriageResult.Status;

/**
 * A case of the simulator as a case file: the visit, and what this version of the rules answers.
 *
 * @param request the visit
 * @param result the answer
 */
record CaseFile(TriageRequest request, TriageResult result) {

  private static final int MOST_FINDINGS = 4;

  /** The name to save it under. */
  String name() {
    return result.protocol().id() + "-" + id().toLowerCase(Locale.ROOT) + ".yaml";
  }

  private String id() {
    return "SIM-"
        + String.format(Locale.ROOT, "%08x", PatientText.yaml(asked(), "", "").hashCode());
  }

  /** The file: YAML in the form that the rules' own cases have. */
  String text() {
    return """
    # A case that was made in the simulator. To keep it, move it to %s/cases/
    # and name it under "cases:" in protocol.yaml. What is expected here is only what these rules
    # answered: before the case may hold a rule, compare it with the clinical reference.
    # Rules: %s %s, %s, %s
    """
            .formatted(
                result.protocol().id(),
                result.protocol().id(),
                result.protocol().version(),
                result.protocol().digest(),
                result.protocol().approval(),
                result.protocol().overlay() == null
                    ? ""
                    : ", with the overlay "
                        + result.protocol().overlay().id()
                        + " "
                        + result.protocol().overlay().version())
        + (request.companion() == null
            ? ""
            : "# The second patient of this visit is not part of a case file.\n")
        + "cases:\n"
        + PatientText.yaml(asked(), id(), PatientText.line(asked(), MOST_FINDINGS))
            .indent(2)
            .replaceFirst("\n    title", "\n    date: " + asked().date() + "\n    title")
        + expected().indent(4);
  }

  /** The visit with the protocol and the day that it was answered by. */
  private TriageRequest asked() {
    LocalDate day = request.date() == null ? result.date() : request.date();
    return new TriageRequest(
        null,
        result.protocol().id(),
        request.setting(),
        day,
        null,
        request.visit(),
        request.earlier(),
        request.patient(),
        request.parameters(),
        request.findings(),
        List.of(),
        null);
  }

  private String expected() {
    return "expect:\n"
        + "  urgency: "
        + result.urgency().code()
        + "\n  could-be: "
        + result.couldBe().code()
        + "\n  complete: "
        + (result.complete() ? "yes" : "no")
        + "\n  exactly-proved: "
        + rows(row -> row.status() == Status.PROVED)
        + "\n  exactly-not-ruled-out: "
        + rows(row -> row.status() == Status.NOT_RULED_OUT);
  }

  private String rows(Predicate<Classification> which) {
    return result.classifications().stream()
        .filter(which)
        .map(Classification::rule)
        .distinct()
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
