package org.denba.engine.dosing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every row of every table is used from its lower edge on (included) to its upper edge (not
 * included), and nowhere else.
 */
class BandEdgesTest {

  private static final double JUST = 0.001;

  static Stream<Arguments> rows() {
    return BuiltInDoses.TREATMENTS.stream()
        .flatMap(
            treatment ->
                BuiltInDoses.BOOK.rows(treatment).stream()
                    .filter(row -> row.band().basis() != Basis.ANY)
                    .map(row -> Arguments.of(treatment, row.where(), row)));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("rows")
  void bandsAreLowIncludedHighExcluded(String treatment, String where, DoseRow row) {
    Child any = Child.weighing(10);
    for (Condition condition : row.when()) {
      any = any.with(condition.parameter(), condition.value());
    }
    double from = row.band().from().value(any);
    assertThat(used(treatment, row, at(row, from, any))).as("at %s", from).isTrue();
    if (from >= JUST) {
      assertThat(used(treatment, row, at(row, from - JUST, any))).as("below %s", from).isFalse();
    }
    if (row.band().to() != null) {
      double to = row.band().to().value(any);
      assertThat(used(treatment, row, at(row, to - JUST, any))).as("below %s", to).isTrue();
      assertThat(used(treatment, row, at(row, to, any))).as("at %s", to).isFalse();
    }
  }

  /**
   * A child at this weight (of an age that stops nothing), or of this age with no weight where the
   * age is the second choice.
   */
  private static Child at(DoseRow row, double value, Child any) {
    if (row.band().basis() == Basis.WEIGHT) {
      Child child = Child.weighing(value == 0 ? JUST : value);
      return new Child(child.weightKg(), child.ageMonths(), any.parameters(), "en", false);
    }
    boolean days = row.band().basis() == Basis.DAYS;
    Child child = days ? Child.aged(9).days(value) : Child.aged(value);
    if (row.perKg()) {
      child = days ? Child.newborn(4, value) : Child.weighing(10).months(value);
    }
    return new Child(child.weightKg(), child.ageMonths(), any.parameters(), "en", false);
  }

  private static boolean used(String treatment, DoseRow row, Child child) {
    List<DoseRow> ofMedicine =
        BuiltInDoses.BOOK.rows(treatment).stream()
            .filter(each -> each.medication().equals(row.medication()))
            .toList();
    Selection selection = new MedicationTable(ofMedicine).select(child);
    return selection.stop() == row
        || selection.rows().stream().anyMatch(chosen -> chosen.row() == row);
  }
}
