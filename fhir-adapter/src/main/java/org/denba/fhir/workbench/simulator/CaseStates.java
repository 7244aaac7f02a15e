package org.denba.fhir.workbench.simulator;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.denba.engine.assessment.Finding;
import org.denba.engine.assessment.ParameterValues;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.triage.Patient;
import org.denba.engine.triage.TriageRequest;
import org.denba.engine.triage.TriageRequest.EarlierRow;

/** Writes an encounter that was read elsewhere (a case of the rules) as the simulator's form. */
final class CaseStates {

  private final DataDictionary dictionary;

  CaseStates(DataDictionary dictionary) {
    this.dictionary = dictionary;
  }

  /**
   * @param today a day that need not be said
   */
  CaseState of(TriageRequest request, LocalDate today) {
    Map<String, String> context = new LinkedHashMap<>();
    put(context, "protocol", request.protocol());
    put(context, "setting", request.setting());
    patient(request.patient(), context);
    put(context, "visit", request.visit());
    put(
        context,
        "earlier",
        request.earlier().stream().map(CaseStates::earlier).collect(Collectors.joining(" ")));
    if (request.date() != null && !request.date().equals(today)) {
      put(context, "date", request.date());
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    request.parameters().forEach((id, value) -> parameters.put(id, ParameterValues.text(value)));
    return new CaseState(
        context,
        findings(request.findings()),
        parameters,
        request.companion() == null ? null : second(request.companion()));
  }

  private CaseState second(TriageRequest.Companion companion) {
    Map<String, String> context = new LinkedHashMap<>();
    patient(companion.patient(), context);
    return new CaseState(context, findings(companion.findings()), Map.of());
  }

  private Map<String, String> findings(Map<String, Finding> found) {
    Map<String, String> findings = new LinkedHashMap<>();
    found.forEach(
        (id, finding) -> {
          String text = text(id, finding);
          if (!text.isEmpty()) {
            findings.put(id, text);
          }
        });
    return findings;
  }

  private static String earlier(EarlierRow row) {
    return row.date() == null ? row.rule() : row.rule() + "@" + row.date();
  }

  private static void patient(Patient patient, Map<String, String> context) {
    if (patient.ageYears() != null) {
      put(context, "age", patient.ageYears());
      put(context, "unit", "years");
    } else if (patient.ageMonths() != null) {
      put(context, "age", patient.ageMonths());
      put(context, "unit", "months");
    } else if (patient.ageDays() != null) {
      put(context, "age", patient.ageDays());
      put(context, "unit", "days");
    }
    if (patient.ageEstimated()) {
      put(context, "estimated", "yes");
    }
    put(context, "birth", patient.birthDate());
    put(
        context,
        "sex",
        patient.sex() == null ? null : patient.sex().name().toLowerCase(Locale.ROOT));
    put(context, "pregnant", patient.pregnant() == null ? null : patient.pregnant() ? "yes" : "no");
    put(context, "lmp", patient.lmp());
    put(context, "delivery", patient.deliveryDate());
  }

  private static void put(Map<String, String> context, String name, Object value) {
    if (value != null && !value.toString().isEmpty()) {
      context.put(name, value.toString());
    }
  }

  private String text(String id, Finding finding) {
    if (finding instanceof Finding.Answer answer) {
      return answer.yes() ? "yes" : "no";
    }
    if (finding instanceof Finding.Quantity quantity) {
      // a quantity that is known only as lying between two values cannot be typed: it stays unknown
      return quantity.value().low() == quantity.value().high()
          ? ParameterValues.text(quantity.value().low())
          : "";
    }
    if (finding instanceof Finding.Code code) {
      return code.code();
    }
    if (finding instanceof Finding.Day day) {
      return day.date().toString();
    }
    if (finding instanceof Finding.NotDone notDone) {
      return CaseState.NOT_DONE_MARK + notDone.reason();
    }
    if (finding instanceof Finding.Entries entries) {
      List<String> fields = dictionary.element(id).orElseThrow().codes();
      return entries.entries().isEmpty()
          ? "-"
          : entries.entries().stream()
              .map(entry -> line(fields, entry))
              .collect(Collectors.joining("; "));
    }
    return CaseState.UNKNOWN;
  }

  private static String line(List<String> fields, Map<String, String> entry) {
    return fields.stream()
        .map(field -> entry.getOrDefault(field, "-"))
        .collect(Collectors.joining(" "));
  }
}
