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
    var rules = result.protocol();
    return """
    # A case that was made in the simulator. To keep it, %s.
    # What is expected here is only what these rules answered: before the case may hold a rule,
    # compare it with the clinical reference.
    # Rules: %s %s, %s, %s
    """
            .formatted(home(), rules.id(), rules.version(), rules.digest(), rules.approval())
        + (rules.overlay() == null ? "" : "protocol: " + rules.id() + "\n")
        + "cases:\n"
        + PatientText.yaml(asked(), id(), PatientText.line(asked(), MOST_FINDINGS))
            .indent(2)
            .replaceFirst("\n    title", "\n    date: " + asked().date() + "\n    title")
        + expected().indent(4);
  }

  /** Where the rules look for such a file: a country's cases lie with what it decides otherwise. */
  private String home() {
    var overlay = result.protocol().overlay();
    return overlay == null
        ? "move it to "
            + result.protocol().id()
            + "/cases/\n# and name it under \"cases:\" in protocol.yaml"
        : "move it to overlays/" + overlay.id() + "/cases/ (version " + overlay.version() + ")";
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
        request.companion());
  }

  private String expected() {
    TriageResult second = result.companion();
    return "expect:\n"
        + said(result).indent(2)
        + (second == null
            ? ""
            : "  companion:\n    protocol: "
                + second.protocol().id()
                + "\n"
                + said(second).indent(4));
  }

  private static String said(TriageResult of) {
    return "urgency: "
        + of.urgency().code()
        + "\ncould-be: "
        + of.couldBe().code()
        + "\ncomplete: "
        + (of.complete() ? "yes" : "no")
        + "\nexactly-proved: "
        + rows(of, row -> row.status() == Status.PROVED)
        + "\nexactly-not-ruled-out: "
        + rows(of, row -> row.status() == Status.NOT_RULED_OUT);
  }

  private static String rows(TriageResult of, Predicate<Classification> which) {
    return of.classifications().stream()
        .filter(which)
        .map(Classification::rule)
        .distinct()
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
