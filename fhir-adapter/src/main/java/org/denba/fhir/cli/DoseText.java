package org.denba.fhir.cli;

import java.util.ArrayList;
import java.util.List;
import org.denba.engine.dosing.Dose;

/** A dose in words, as lines; only what the dose states. */
final class DoseText {

  private final Labels labels;

  DoseText(Labels labels) {
    this.labels = labels;
  }

  List<String> lines(Dose dose) {
    List<String> parts = new ArrayList<>();
    add(parts, dose.form());
    add(parts, dose.routeText());
    count(parts, "dose.times-per-day", dose.timesPerDay());
    count(parts, "dose.every-hours", dose.everyHours());
    count(parts, "dose.doses", dose.doses());
    count(parts, "dose.days", dose.days());
    List<String> lines = new ArrayList<>();
    lines.add(dose.medicationName() + ": " + String.join(", ", parts));
    dose.steps().forEach(step -> lines.add(step.number() + ". " + step.text()));
    add(lines, dose.basis() == null ? null : labels.get("dose.basis") + " " + dose.basis());
    add(lines, dose.arithmetic());
    add(lines, dose.note());
    return lines;
  }

  private static void add(List<String> parts, String part) {
    if (part != null) {
      parts.add(part);
    }
  }

  private void count(List<String> parts, String key, Integer count) {
    if (count != null) {
      parts.add(labels.get(key).replace("{}", count.toString()));
    }
  }
}
