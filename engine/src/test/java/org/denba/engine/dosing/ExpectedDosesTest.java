package org.denba.engine.dosing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.denba.engine.rules.ClassPathRuleFiles;
import org.denba.engine.rules.CsvTable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The tables against figures taken from the clinical reference (dosing.md sections 1 to 4) and not
 * from the tables: both sides of every edge. They are the dose cases that are shipped beside the
 * tables.
 */
class ExpectedDosesTest {

  private static final List<String> STEPS_OR_WORDS_ONLY =
      List.of(
          "TX-GLUCOSE",
          "TX-RESOMAL",
          "TX-EYE-TETRACYCLINE",
          "TX-MOUTH-GV",
          "TX-EAR-QUINOLONE",
          "TX-EAR-WICK",
          "TX-MULTIVIT",
          "YI-GLUCOSE",
          "YI-ORS-C",
          "YI-CHX",
          "TX-MGSO4-LOAD",
          "TX-ANTIHTN",
          "PLAN-A",
          "PLAN-B",
          "PLAN-C");

  private static final List<CsvTable.Row> ROWS =
      DoseCase.read(ClassPathRuleFiles.builtIn()).stream().map(DoseCase::row).toList();

  static Stream<CsvTable.Row> expected() {
    return ROWS.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("expected")
  void givesWhatTheReferenceSays(CsvTable.Row row) {
    assertThat(new DoseCase(row).failures(BuiltInDoses.BOOK, Child.DEFAULTS::get)).isEmpty();
    DoseAnswer answer = BuiltInDoses.ask(row.get("treatment"), child(row));
    switch (row.get("amount")) {
      case "none" -> assertThat(answer.notes()).isNotEmpty();
      case "stop" -> assertThat(answer.blockedReason()).isNotBlank();
      case "weigh" ->
          assertThat(answer.notes()).contains("Weigh the patient: the dose goes by weight.");
      default -> assertThat(answer.doses()).isNotEmpty().allMatch(dose -> !dose.source().isBlank());
    }
  }

  @Test
  @DisplayName("a table that gives something else fails its case, in words")
  void somethingElseIsTold() {
    CsvTable.Row row =
        CsvTable.parse(
                "doses/cases/own.csv",
                """
                treatment,medication,parameter,weight_kg,age_months,amount,amount_max,volume_ml,step,minutes,times_per_day,every_hours,doses,days,form
                TX-AMOX,amoxicillin,,11.2,,250,,,,,3,,,5,3 tablets
                TX-AMOX,amoxicillin,,11.2,,stop,,,,,,,,,
                PLAN-C,ringer-lactate,,8,13,240,,,1,60,,,,,
                PLAN-C,ringer-lactate,,8,13,240,,,9,,,,,,
                """)
            .rows()
            .get(0);
    assertThat(new DoseCase(row).failures(BuiltInDoses.BOOK, Child.DEFAULTS::get))
        .containsExactly(
            "amount: expected 250, but the table gives 500.0",
            "form: expected '3 tablets', but the table says '2 tablets of 250 mg'",
            "times_per_day: expected 3, but the table gives 2");
  }

  private static Child child(CsvTable.Row row) {
    Child child =
        row.has("weight_kg")
            ? Child.weighing(Double.parseDouble(row.get("weight_kg")))
            : Child.aged(0);
    if (row.has("age_months")) {
      double age = age(row);
      child = inDays(row) ? child.days(age) : child.months(age);
    }
    if (!row.has("parameter")) {
      return child;
    }
    String[] parameter = row.get("parameter").split("=");
    return child.with(parameter[0], parameter[1]);
  }

  private static boolean inDays(CsvTable.Row row) {
    return row.get("age_months").endsWith("d");
  }

  private static double age(CsvTable.Row row) {
    return Double.parseDouble(row.get("age_months").replace("d", ""));
  }

  @Test
  @DisplayName("every treatment with an amount has expected figures")
  void everyTreatmentIsExpected() {
    List<String> treatments =
        Stream.concat(expected().map(row -> row.get("treatment")), STEPS_OR_WORDS_ONLY.stream())
            .distinct()
            .toList();
    assertThat(treatments).containsExactlyInAnyOrderElementsOf(BuiltInDoses.TREATMENTS);
  }

  @Test
  @DisplayName("every edge of every band has an expected figure at the edge and one just below it")
  void everyEdgeIsExpected() {
    SoftAssertions all = new SoftAssertions();
    for (String treatment : BuiltInDoses.TREATMENTS) {
      for (DoseRow row : BuiltInDoses.BOOK.rows(treatment)) {
        if (row.step() > 0 || STEPS_OR_WORDS_ONLY.contains(treatment) || !row.band().fixed()) {
          continue;
        }
        for (Operand edge : Arrays.asList(row.band().from(), row.band().to())) {
          if (edge != null && edge.number() > 0) {
            assertEdge(all, treatment, row, edge.number());
          }
        }
      }
    }
    all.assertAll();
  }

  private static void assertEdge(SoftAssertions all, String treatment, DoseRow row, double edge) {
    boolean weight = row.band().basis() == Basis.WEIGHT;
    boolean days = row.band().basis() == Basis.DAYS;
    String column = weight ? "weight_kg" : "age_months";
    double step = weight ? 0.011 : 1;
    List<Double> values =
        expected()
            .filter(line -> line.get("treatment").equals(treatment) && line.has(column))
            .filter(line -> line.get("medication").equals(row.medication()))
            .filter(line -> row.applies(child(line)))
            .filter(line -> weight || inDays(line) == days)
            .map(line -> weight ? Double.valueOf(line.get(column)) : Double.valueOf(age(line)))
            .toList();
    all.assertThat(values)
        .as("%s %s at %s", row.where(), column, edge)
        .anyMatch(value -> value == edge);
    all.assertThat(values)
        .as("%s %s just below %s", row.where(), column, edge)
        .anyMatch(value -> value < edge && value >= edge - step);
  }
}
