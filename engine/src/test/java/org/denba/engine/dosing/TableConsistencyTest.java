package org.denba.engine.dosing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.denba.engine.protocol.Treatment;
import org.denba.engine.protocol.TreatmentReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What must be the same in all bands of a medicine: a slip in one row would give one weight another
 * course or strength.
 */
class TableConsistencyTest {

  /** Thrush under 2 months and mouth ulcers above it are two courses. */
  private static final Set<String> COURSE_BY_AGE = Set.of("TX-MOUTH-GV");

  static Stream<String> treatments() {
    return BuiltInDoses.TREATMENTS.stream();
  }

  @ParameterizedTest
  @MethodSource("treatments")
  void scheduleRouteAndStrengthAreThoseOfTheMedicine(String treatment) {
    Map<String, List<DoseRow>> byMedicine =
        BuiltInDoses.BOOK.rows(treatment).stream()
            .filter(row -> !row.isStop() && row.step() == 0)
            .collect(Collectors.groupingBy(DoseRow::medication));
    byMedicine.forEach(
        (medicine, rows) -> {
          if (!COURSE_BY_AGE.contains(treatment)) {
            assertThat(rows.stream().map(DoseRow::schedule).distinct()).as(medicine).hasSize(1);
          }
          assertThat(rows.stream().map(row -> row.wording().route()).distinct())
              .as(medicine)
              .hasSize(1);
          assertThat(
                  rows.stream()
                      .map(DoseRow::quantity)
                      .filter(quantity -> quantity != null && quantity.strength() != null)
                      .map(Quantity::strength)
                      .distinct()
                      .count())
              .as(medicine)
              .isLessThanOrEqualTo(1);
        });
  }

  @Test
  void everyTreatmentWithADoseIsTested() {
    List<String> dosed =
        TreatmentReader.read(TestFiles.builtIn()).values().stream()
            .filter(Treatment::dosed)
            .map(Treatment::id)
            .toList();
    assertThat(BuiltInDoses.TREATMENTS).containsExactlyInAnyOrderElementsOf(dosed);
  }

  @ParameterizedTest
  @MethodSource("treatments")
  void aCountTimesTheStrengthIsTheAmount(String treatment) {
    for (DoseRow row : BuiltInDoses.BOOK.rows(treatment)) {
      if (row.wording().count() > 0) {
        assertThat(row.wording().count() * each(row))
            .as(row.where())
            .isEqualTo(row.quantity().amount().number());
      }
    }
  }

  /** What one piece holds, as the id of its form says. */
  private static double each(DoseRow row) {
    String form = row.wording().form();
    if (row.quantity().unit().startsWith("{")) {
      return 1;
    }
    return switch (form) {
      case "form.vitamin-a-blue" -> 100_000;
      case "form.vitamin-a-red" -> 200_000;
      default -> Double.parseDouble(form.replaceAll("\\D+", ""));
    };
  }
}
