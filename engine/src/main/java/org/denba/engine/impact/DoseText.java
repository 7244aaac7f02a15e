package org.denba.engine.impact;

import java.util.ArrayList;
import java.util.List;
import org.denba.engine.assessment.ParameterValues;
import org.denba.engine.dosing.Dose;

/** A dose in one short line that is the same in all languages: {@code amoxicillin 500 mg × 2/d}. */
final class DoseText {

  private DoseText() {}

  static String of(Dose dose) {
    StringBuilder text = new StringBuilder(dose.medication());
    amount(text, dose.amount(), dose.amountMin(), dose.amountMax(), dose.unit());
    add(
        text,
        dose.volume() == null ? null : "(" + number(dose.volume()) + " " + dose.volumeUnit() + ")");
    List<String> steps = new ArrayList<>();
    for (Dose.Step step : dose.steps()) {
      StringBuilder one = new StringBuilder();
      amount(one, step.amount(), step.amountMin(), step.amountMax(), step.unit());
      if (!one.isEmpty()) {
        steps.add(
            one.toString().strip()
                + (step.minutes() == null ? "" : " / " + step.minutes() + " min"));
      }
    }
    add(text, steps.isEmpty() ? null : String.join(" + ", steps));
    add(text, dose.timesPerDay() == null ? null : "× " + dose.timesPerDay() + "/d");
    add(text, dose.everyHours() == null ? null : "/ " + dose.everyHours() + " h");
    add(text, dose.doses() == null ? null : "× " + dose.doses());
    add(text, dose.days() == null ? null : "× " + dose.days() + " d");
    add(text, dose.route());
    return text.toString();
  }

  private static void amount(
      StringBuilder text, Double amount, Double low, Double high, String unit) {
    if (amount != null) {
      add(text, number(amount) + " " + unit);
    } else if (low != null || high != null) {
      add(text, number(low) + "–" + number(high) + " " + unit);
    }
  }

  private static String number(Double number) {
    return number == null ? "?" : ParameterValues.text(number);
  }

  private static void add(StringBuilder text, String part) {
    if (part != null) {
      text.append(text.isEmpty() ? "" : " ").append(part);
    }
  }
}
