package org.denba.engine.impact;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.denba.engine.assessment.Finding;
import org.denba.engine.assessment.Interval;
import org.denba.engine.assessment.ParameterValues;
import org.denba.engine.triage.Patient;
import org.denba.engine.triage.TriageRequest;

/**
 * A patient of a report: what stands out in one line, and the whole visit as the start of a case
 * file, to be replayed. Neither names a date: days are counted back from the visit, so that a real
 * patient of a cohort is not told by them.
 */
public final class PatientText {

  private static final String YES = "yes";

  private PatientText() {}

  /** Age, sex and everything that was found but for what is absent; at most so many findings. */
  public static String line(TriageRequest request, int most) {
    List<String> parts = new ArrayList<>(patient(request));
    List<String> found = new ArrayList<>();
    request
        .findings()
        .forEach(
            (id, finding) -> {
              if (finding instanceof Finding.Answer answer) {
                if (answer.yes()) {
                  found.add(id);
                }
              } else if (!(finding instanceof Finding.Unknown)
                  && !(finding instanceof Finding.NotDone)) {
                found.add(id + " " + value(finding, request.date()));
              }
            });
    parts.addAll(found.size() <= most ? found : found.subList(0, most));
    return String.join(", ", parts) + (found.size() > most ? ", …" : "");
  }

  /** The visit as YAML, in the form of a case file ({@code <protocol>/cases/*.yaml}). */
  public static String yaml(TriageRequest request, String id, String title) {
    StringBuilder yaml = new StringBuilder();
    yaml.append("- id: ").append(id).append("\n  title: \"").append(title.replace('"', '\''));
    yaml.append("\"\n");
    line(yaml, "protocol", request.protocol());
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
    line(yaml, "patient", "{ " + String.join(", ", patient(request)) + " }");
    if (!request.parameters().isEmpty()) {
      yaml.append("  parameters:\n");
      request
          .parameters()
          .forEach(
              (name, value) ->
                  yaml.append("    ").append(name).append(": ").append(value).append('\n'));
    }
    yaml.append("  findings:\n");
    request
        .findings()
        .forEach(
            (element, finding) ->
                yaml.append("    ")
                    .append(element)
                    .append(": ")
                    .append(value(finding, request.date()))
                    .append('\n'));
    return yaml.toString();
  }

  private static void line(StringBuilder yaml, String key, String value) {
    if (value != null) {
      yaml.append("  ").append(key).append(": ").append(value).append('\n');
    }
  }

  private static List<String> patient(TriageRequest request) {
    Patient patient = request.patient();
    List<String> told = new ArrayList<>();
    add(told, "ageYears", patient.ageYears());
    add(told, "ageMonths", patient.ageMonths());
    add(told, "ageDays", patient.ageDays());
    add(told, "ageEstimated", patient.ageEstimated() ? YES : null);
    add(told, "bornDaysAgo", days(patient.birthDate(), request.date()));
    add(told, "sex", patient.sex() == null ? null : patient.sex().name().toLowerCase(Locale.ROOT));
    add(told, "pregnant", patient.pregnant() == null ? null : patient.pregnant() ? YES : "no");
    add(told, "lmpDaysAgo", days(patient.lmp(), request.date()));
    add(told, "deliveredDaysAgo", days(patient.deliveryDate(), request.date()));
    return told;
  }

  private static Long days(LocalDate day, LocalDate visit) {
    return day == null || visit == null ? null : ChronoUnit.DAYS.between(day, visit);
  }

  private static void add(List<String> told, String key, Object value) {
    if (value != null) {
      told.add(key + ": " + value);
    }
  }

  private static String value(Finding finding, LocalDate visit) {
    if (finding instanceof Finding.Answer answer) {
      return answer.yes() ? YES : "no";
    }
    if (finding instanceof Finding.Quantity quantity) {
      Interval value = quantity.value();
      return value.isPoint()
          ? ParameterValues.text(value.low())
          : ParameterValues.text(value.low()) + ".." + ParameterValues.text(value.high());
    }
    if (finding instanceof Finding.Code code) {
      return code.code();
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
                    + (field.getValue().matches("\\d{4}-\\d\\d-\\d\\d")
                        ? daysAgo(LocalDate.parse(field.getValue()), visit)
                        : field.getValue()))
        .collect(Collectors.joining(", ", "{ ", " }"));
  }
}
