package org.denba.engine.dosing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import org.denba.engine.rules.CsvTable;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.rules.RuleFiles;

/**
 * What a clinical reference says of one dose: a line of a file in {@code doses/cases/}. The amount
 * is a number, or: none (outside the table), stop (must not be given), weigh (not without a
 * weight), words (the text says how to find it). A column that is empty is not compared; {@code
 * step} picks a part of a dose that is given in parts.
 *
 * @param row the line
 */
public record DoseCase(CsvTable.Row row) {

  /** Where the files lie below the rules root. */
  public static final String FOLDER = "doses/cases/";

  private static final double SAME = 1e-6;
  private static final String AGE = "age_months";
  private static final String IN_DAYS = "d";

  /**
   * Reads all files of dose cases.
   *
   * @throws RuleFileException when a line cannot be used; it names file, row and column
   */
  public static List<DoseCase> read(RuleFiles files) {
    List<DoseCase> cases = new ArrayList<>();
    for (String path : files.list(FOLDER)) {
      if (path.endsWith(".csv")) {
        CsvTable.parse(path, files.read(path)).rows().forEach(row -> cases.add(checked(row)));
      }
    }
    return List.copyOf(cases);
  }

  private static DoseCase checked(CsvTable.Row row) {
    row.required("treatment");
    row.required("medication");
    row.required("amount");
    DoseCase each = new DoseCase(row);
    List<String> words = List.of("none", "stop", "weigh", "words");
    if (!words.contains(row.get("amount"))) {
      each.number("amount");
    }
    for (String column :
        List.of(
            "amount_max",
            "weight_kg",
            "volume_ml",
            "step",
            "minutes",
            "times_per_day",
            "every_hours",
            "doses",
            "days")) {
      each.number(column);
    }
    each.patient(UnaryOperator.identity());
    return each;
  }

  /** The treatment whose table is asked. */
  public String treatment() {
    return row.get("treatment");
  }

  /** The medicine of the treatment. */
  public String medication() {
    return row.get("medication");
  }

  /** File and row. */
  public String where() {
    return row.where();
  }

  /**
   * What the dose tables say otherwise, in words; empty when they agree.
   *
   * @param defaults the value of a parameter that the line does not name
   */
  public List<String> failures(DoseBook book, UnaryOperator<String> defaults) {
    if (!book.has(treatment())) {
      return List.of("there is no dose table for " + treatment());
    }
    DoseAnswer answer = book.dose(treatment(), patient(defaults), Course.AS_IN_TABLE);
    List<Dose> doses =
        answer.doses().stream().filter(dose -> dose.medication().equals(medication())).toList();
    List<String> failures = new ArrayList<>();
    switch (row.get("amount")) {
      case "none" -> expect(failures, doses.isEmpty() && !answer.blocked(), answer, "no dose");
      case "stop" -> expect(failures, doses.isEmpty() && answer.blocked(), answer, "not given");
      case "weigh" ->
          expect(failures, doses.isEmpty() && !answer.missing().isEmpty(), answer, "weigh first");
      default -> {
        if (doses.size() == 1) {
          dose(doses.get(0), failures);
        } else {
          expect(failures, false, answer, "a dose");
        }
      }
    }
    return failures;
  }

  private static void expect(List<String> failures, boolean holds, DoseAnswer answer, String what) {
    if (!holds) {
      failures.add(
          "expected: "
              + what
              + ", but the table gives "
              + (answer.doses().isEmpty()
                  ? Objects.toString(answer.blockedReason(), "no dose")
                  : answer.doses().stream().map(Dose::form).toList()));
    }
  }

  private void dose(Dose dose, List<String> failures) {
    if (row.has("step")) {
      int number = number("step").intValue();
      Optional<Dose.Step> step =
          dose.steps().stream().filter(each -> each.number() == number).findFirst();
      if (step.isEmpty()) {
        failures.add("expected: step " + number + ", but there is none");
        return;
      }
      amounts(step.get().amount(), step.get().amountMin(), step.get().amountMax(), failures);
      compare("minutes", step.get().minutes(), failures);
      words(step.get().text(), failures);
    } else {
      amounts(dose.amount(), dose.amountMin(), dose.amountMax(), failures);
      words(Objects.toString(dose.form(), ""), failures);
    }
    String note = Objects.toString(dose.note(), "");
    if (row.has("note") && !note.equals(row.get("note"))) {
      failures.add("note: expected '" + row.get("note") + "', but the table says '" + note + "'");
    }
    compare("volume_ml", dose.volume(), failures);
    compare("times_per_day", dose.timesPerDay(), failures);
    compare("every_hours", dose.everyHours(), failures);
    compare("doses", dose.doses(), failures);
    compare("days", dose.days(), failures);
  }

  private void amounts(Double amount, Double low, Double high, List<String> failures) {
    if (row.get("amount").equals("words")) {
      if (amount != null || low != null) {
        failures.add("amount: expected words alone, but there is an amount");
      }
    } else if (row.has("amount_max")) {
      compare("amount", low, failures);
      compare("amount_max", high, failures);
    } else {
      compare("amount", amount, failures);
    }
  }

  private void words(String text, List<String> failures) {
    if (row.has("form") && !text.contains(row.get("form"))) {
      failures.add("form: expected '" + row.get("form") + "', but the table says '" + text + "'");
    }
  }

  private void compare(String column, Number actual, List<String> failures) {
    Double expected = number(column);
    if (expected != null && (actual == null || Math.abs(expected - actual.doubleValue()) > SAME)) {
      failures.add(
          column
              + ": expected "
              + row.get(column)
              + ", but the table gives "
              + Objects.toString(actual, "none"));
    }
  }

  private Double number(String column) {
    try {
      return row.has(column) ? Double.valueOf(row.get(column)) : null;
    } catch (NumberFormatException e) {
      throw row.problem(column, "'" + row.get(column) + "' is not a number: write one, as 2.5");
    }
  }

  private DoseContext patient(UnaryOperator<String> defaults) {
    Double weight = number("weight_kg");
    String parameter = row.get("parameter");
    if (!parameter.isEmpty() && !parameter.contains("=")) {
      throw row.problem("parameter", "'" + parameter + "' is no parameter: write 'name=value'");
    }
    return new PatientOfDoseCase(
        weight == null ? OptionalDouble.empty() : OptionalDouble.of(weight),
        Optional.ofNullable(age()),
        parameter,
        defaults);
  }

  /** The age in months. */
  private Double age() {
    String age = row.get(AGE);
    if (age.isEmpty()) {
      return null;
    }
    try {
      return age.endsWith(IN_DAYS)
          ? Double.parseDouble(age.replace(IN_DAYS, "")) / PatientOfDoseCase.DAYS_A_MONTH
          : Double.parseDouble(age);
    } catch (NumberFormatException e) {
      throw row.problem(AGE, "'" + age + "' is no age: write months, or days as 20d");
    }
  }
}
