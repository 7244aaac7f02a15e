package org.denba.engine.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.denba.engine.dosing.Dose;
import org.denba.engine.dosing.DoseAnswer;

/** Writes the patient whom two dose tables answer differently as a line of a dose case file. */
final class DoseCaseText {

  /** The columns of a file of dose cases. */
  static final String COLUMNS =
      "treatment,medication,parameter,weight_kg,age_months,amount,amount_max,volume_ml,step,minutes"
          + ",times_per_day,every_hours,doses,days,form,note";

  private DoseCaseText() {}

  static String of(
      String treatment,
      PatientForDose patient,
      Map<String, String> setting,
      DoseAnswer before,
      DoseAnswer after) {
    List<String> start = new ArrayList<>();
    start.add(treatment);
    String medication = differing(before, after);
    start.add(medication);
    start.add(
        String.join(
            " ", setting.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList()));
    start.add(number(patient.weight()));
    start.add(age(patient.months()));
    String rest =
        dose(before, medication)
            .map(dose -> dose(dose, dose(after, medication).orElse(null)))
            .orElse(none(before));
    return COLUMNS + "\n" + String.join(",", start) + "," + rest + "\n";
  }

  private static String none(DoseAnswer before) {
    return before.blocked() ? "stop" : before.missing().isEmpty() ? "none" : "weigh";
  }

  private static String differing(DoseAnswer before, DoseAnswer after) {
    for (DoseAnswer answer : List.of(before, after)) {
      for (Dose dose : answer.doses()) {
        String medication = dose.medication();
        if (!dose(before, medication).equals(dose(after, medication))) {
          return medication;
        }
      }
    }
    return "";
  }

  private static Optional<Dose> dose(DoseAnswer answer, String medication) {
    return answer.doses().stream().filter(d -> d.medication().equals(medication)).findFirst();
  }

  private static String dose(Dose dose, Dose other) {
    for (int at = 0; at < dose.steps().size(); at++) {
      Dose.Step step = dose.steps().get(at);
      if (other == null || at >= other.steps().size() || !step.equals(other.steps().get(at))) {
        return amounts(step.amount(), step.amountMin(), step.amountMax())
            + ",,"
            + step.number()
            + ","
            + word(step.minutes())
            + schedule(dose)
            + quoted(step.text());
      }
    }
    return amounts(dose.amount(), dose.amountMin(), dose.amountMax())
        + ","
        + word(dose.volume())
        + ",,"
        + schedule(dose)
        + quoted(word(dose.form()))
        + ","
        + quoted(word(dose.note()));
  }

  private static String schedule(Dose dose) {
    return ","
        + word(dose.timesPerDay())
        + ","
        + word(dose.everyHours())
        + ","
        + word(dose.doses())
        + ","
        + word(dose.days())
        + ",";
  }

  private static String amounts(Double amount, Double low, Double high) {
    if (amount != null) {
      return word(amount) + ",";
    }
    return low == null ? "words," : word(low) + "," + word(high);
  }

  private static String word(Object value) {
    return value instanceof Double d ? number(d) : Objects.toString(value, "");
  }

  private static String age(double months) {
    boolean whole = Double.isNaN(months) || months == Math.rint(months);
    return whole ? number(months) : Math.round(months * PatientForDose.DAYS_A_MONTH) + "d";
  }

  private static String number(double value) {
    if (Double.isNaN(value)) {
      return "";
    }
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }

  private static String quoted(String text) {
    return text.contains(",") ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
