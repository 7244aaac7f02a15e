package org.denba.engine.verification;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.denba.engine.assessment.Finding;
import org.denba.engine.assessment.Interval;
import org.denba.engine.assessment.ParameterValues;
import org.denba.engine.triage.Patient;
import org.denba.engine.triage.TriageRequest;

/**
 * Writes an encounter as a case file has it. It names no date: days are counted back from the
 * visit, so that a real patient is not told by them.
 */
public final class CaseText {

  private static final String YES = "yes";
  private static final String NO = "no";
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9.-]*");

  private CaseText() {}

  /**
   * The encounter as one case without {@code expect}, a list entry of YAML that stands at the
   * margin.
   *
   * @param protocol the protocol that is asked for, {@code none} for the engine's choice, or null
   *     to say nothing of it
   */
  public static String of(TriageRequest request, String protocol, String id, String title) {
    StringBuilder yaml = new StringBuilder();
    yaml.append("- id: ").append(scalar(id)).append("\n  title: ").append(quoted(title));
    yaml.append('\n');
    line(yaml, "protocol", protocol);
    line(yaml, "setting", request.setting());
    if (!TriageRequest.INITIAL.equals(request.visit())) {
      line(yaml, "visit", request.visit());
      line(
          yaml,
          "earlier",
          request.earlier().stream()
              .map(TriageRequest.EarlierRow::rule)
              .collect(Collectors.joining(", ", "[", "]")));
    }
    line(yaml, "patient", mapping(patient(request)));
    if (!request.parameters().isEmpty()) {
      yaml.append("  parameters:\n");
      request.parameters().forEach((name, value) -> entry(yaml, name, scalar(value)));
    }
    findings(yaml, request.findings(), request.date());
    if (request.companion() != null) {
      StringBuilder second = new StringBuilder();
      line(second, "patient", mapping(patient(request.companion().patient(), request.date())));
      findings(second, request.companion().findings(), request.date());
      yaml.append("  companion:\n").append(second.toString().indent(2));
    }
    return yaml.toString();
  }

  private static String mapping(List<String> entries) {
    return entries.isEmpty() ? "{}" : "{ " + String.join(", ", entries) + " }";
  }

  private static void findings(StringBuilder yaml, Map<String, Finding> findings, LocalDate visit) {
    if (!findings.isEmpty()) {
      yaml.append("  findings:\n");
      findings.forEach((element, finding) -> entry(yaml, element, value(finding, visit)));
    }
  }

  /** Age, sex and what else is known of the patient, each as {@code key: value}. */
  public static List<String> patient(TriageRequest request) {
    return patient(request.patient(), request.date());
  }

  private static List<String> patient(Patient patient, LocalDate visit) {
    List<String> told = new ArrayList<>();
    add(told, "ageYears", patient.ageYears());
    add(told, "ageMonths", patient.ageMonths());
    add(told, "ageDays", patient.ageDays());
    if (patient.birthDate() != null && visit != null) {
      long most = ChronoUnit.DAYS.between(patient.birthDate(), visit);
      LocalDate latest = patient.birthDateLatest();
      add(
          told,
          "bornDaysAgo",
          latest == null ? most : ChronoUnit.DAYS.between(latest, visit) + ".." + most);
    }
    add(told, "ageEstimated", patient.ageEstimated() ? YES : null);
    add(told, "sex", patient.sex() == null ? null : patient.sex().name().toLowerCase(Locale.ROOT));
    add(told, "pregnant", patient.pregnant() == null ? null : patient.pregnant() ? YES : NO);
    add(told, "lmp", patient.lmp() == null ? null : daysAgo(patient.lmp(), visit));
    add(
        told,
        "deliveryDate",
        patient.deliveryDate() == null ? null : daysAgo(patient.deliveryDate(), visit));
    return told;
  }

  /**
   * What was found, as a case file has it.
   *
   * @param visit day of the visit, from which days are counted back
   */
  public static String value(Finding finding, LocalDate visit) {
    if (finding instanceof Finding.Answer answer) {
      return answer.yes() ? YES : NO;
    }
    if (finding instanceof Finding.Quantity quantity) {
      Interval value = quantity.value();
      return value.isPoint()
          ? ParameterValues.text(value.low())
          : ParameterValues.text(value.low()) + ".." + ParameterValues.text(value.high());
    }
    if (finding instanceof Finding.Code code) {
      return scalar(code.code());
    }
    if (finding instanceof Finding.Day day) {
      return daysAgo(day.date(), visit);
    }
    if (finding instanceof Finding.NotDone notDone) {
      return "{ notDone: " + notDone.reason() + " }";
    }
    if (finding instanceof Finding.Entries list) {
      return list.entries().stream()
          .map(entry -> entry(entry, visit))
          .collect(Collectors.joining(", ", "[", "]"));
    }
    return "unknown";
  }

  /** A word as it is, anything else so that YAML reads it as the same text or number. */
  static String scalar(Object value) {
    if (value instanceof Boolean flag) {
      return flag ? YES : NO;
    }
    if (value instanceof Number number) {
      return ParameterValues.text(number.doubleValue());
    }
    String text = String.valueOf(value);
    return PLAIN.matcher(text).matches() ? text : quoted(text);
  }

  private static String quoted(String text) {
    return '"' + text.replace('\\', '/').replace('"', '\'').replaceAll("\\p{Cntrl}", " ") + '"';
  }

  private static void line(StringBuilder yaml, String key, String value) {
    if (value != null) {
      yaml.append("  ").append(key).append(": ").append(value).append('\n');
    }
  }

  private static void entry(StringBuilder yaml, String key, String value) {
    yaml.append("    ").append(key).append(": ").append(value).append('\n');
  }

  private static void add(List<String> told, String key, Object value) {
    if (value != null) {
      told.add(key + ": " + value);
    }
  }

  private static String daysAgo(LocalDate day, LocalDate visit) {
    return visit == null ? "unknown" : "{ daysAgo: " + ChronoUnit.DAYS.between(day, visit) + " }";
  }

  /** An entry of a list; a day in it is counted back too. */
  private static String entry(Map<String, String> entry, LocalDate visit) {
    return entry.entrySet().stream()
        .map(
            field ->
                field.getKey()
                    + ": "
                    + (DAY.matcher(field.getValue()).matches()
                        ? daysAgo(LocalDate.parse(field.getValue()), visit)
                        : scalar(field.getValue())))
        .collect(Collectors.joining(", ", "{ ", " }"));
  }
}
