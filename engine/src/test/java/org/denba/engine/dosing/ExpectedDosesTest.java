package org.denba.engine.dosing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.denba.engine.rules.CsvTable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The tables against figures taken from the clinical reference (dosing.md sections 1 to 4) and not
 * from the tables: both sides of every edge. {@code expected-doses.csv} has an amount, or: none
 * (outside the table), stop (must not be given), weigh, words (the text says how to find it). An
 * age ends with d where it is in days.
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

  static Stream<CsvTable.Row> expected() {
    return Stream.of("expected-doses.csv", "expected-doses-young-infants-and-women.csv")
        .flatMap(file -> TestFiles.table(file).rows().stream());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("expected")
  void givesWhatTheReferenceSays(CsvTable.Row row) {
    DoseAnswer answer = BuiltInDoses.ask(row.get("treatment"), child(row));
    List<Dose> doses =
        answer.doses().stream()
            .filter(dose -> dose.medication().equals(row.get("medication")))
            .toList();
    switch (row.get("amount")) {
      case "none" -> {
        assertThat(doses).isEmpty();
        assertThat(answer.blocked()).isFalse();
        assertThat(answer.notes()).isNotEmpty();
      }
      case "stop" -> {
        assertThat(doses).isEmpty();
        assertThat(answer.blocked()).isTrue();
        assertThat(answer.blockedReason()).isNotBlank();
      }
      case "weigh" -> {
        assertThat(doses).isEmpty();
        assertThat(answer.missing()).containsExactly("weight");
        assertThat(answer.notes()).contains("Weigh the patient: the dose goes by weight.");
      }
      case "words" -> {
        assertThat(doses).hasSize(1);
        assertThat(doses.get(0).amount()).isNull();
        assertThat(doses.get(0).form()).contains(row.get("form"));
        assertThat(answer.notes()).contains("Weigh the patient: the dose goes by weight.");
      }
      default -> {
        assertThat(doses).hasSize(1);
        compare(doses.get(0), row);
      }
    }
  }

  private static void compare(Dose dose, CsvTable.Row row) {
    double amount = Double.parseDouble(row.get("amount"));
    if (row.has("amount_max")) {
      assertThat(dose.amount()).isNull();
      assertThat(dose.amountMin()).isCloseTo(amount, within(1e-6));
      assertThat(dose.amountMax())
          .isCloseTo(Double.parseDouble(row.get("amount_max")), within(1e-6));
    } else {
      assertThat(dose.amount()).isCloseTo(amount, within(1e-6));
      assertThat(dose.amountMin()).isNull();
      assertThat(dose.amountMax()).isNull();
    }
    if (row.has("volume_ml")) {
      assertThat(dose.volume()).isCloseTo(Double.parseDouble(row.get("volume_ml")), within(1e-6));
      assertThat(dose.volumeUnit()).isEqualTo("mL");
    }
    assertThat(dose.form()).startsWith(row.get("form"));
    assertThat(dose.source()).isNotBlank();
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
