package org.denba.engine.dosing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.denba.engine.rules.RuleFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Weight and age more than one band apart. Bands: 2, 4, 6, 10, 14, 20 kg and 0, 1, 4, 12, 36, 60
 * months.
 */
class MismatchTest {

  @ParameterizedTest
  @CsvSource({
    "5, 3, false", "5, 4, false", "5, 11, false", "5, 12, true", "6, 12, false", "6, 35, false",
        "6, 36, true",
    "9.99, 36, true", "10, 36, false", "10, 4, false", "10, 3, true", "14, 11, true",
        "14, 12, false", "13.99, 4, false",
    "3.9, 3, false", "3.9, 4, true", "20, 36, false", "20, 35, true", "100, 24, true"
  })
  void moreThanOneBandApart(double weight, double months, boolean mismatch) {
    assertThat(
            BuiltInDoses.BOOK
                .mismatch("TX-AMOX", Child.weighing(weight).months(months))
                .isPresent())
        .isEqualTo(mismatch);
  }

  @ParameterizedTest
  @CsvSource({
    "1.99, 0, false",
    "5.99, 0, false",
    "6, 0, true",
    "1.99, 1, true",
    "2, 1, false",
    "9.99, 1, false",
    "10, 1, true"
  })
  void youngInfants(double weight, double months, boolean mismatch) {
    Child child = Child.weighing(weight).months(months);
    assertThat(BuiltInDoses.BOOK.mismatch("YI-AMPI", child).isPresent()).isEqualTo(mismatch);
    assertThat(BuiltInDoses.BOOK.mismatch("YI-GENTA", child).isPresent()).isEqualTo(mismatch);
  }

  @Test
  void says() {
    Mismatch mismatch =
        BuiltInDoses.BOOK
            .mismatch("TX-AMOX", Child.weighing(5.5).months(24).in("fr"))
            .orElseThrow();
    assertThat(mismatch.text())
        .isEqualTo(
            "Un poids de 5,5 kg est inhabituel à 24 mois : repeser et vérifier l'âge avant de"
                + " donner la dose.");
    assertThat(mismatch.weightKg()).isEqualTo(5.5);
  }

  @Test
  void anAgeIntervalCountsFromItsNearestEnd() {
    assertThat(BuiltInDoses.BOOK.mismatch("TX-AMOX", Child.weighing(5).months(11, 13))).isEmpty();
    assertThat(BuiltInDoses.BOOK.mismatch("TX-AMOX", Child.weighing(5).months(12, 14))).isPresent();
  }

  @Test
  void onlyWhereTheWeightCounts() {
    assertThat(BuiltInDoses.BOOK.mismatch("TX-ZINC", Child.weighing(5).months(24))).isEmpty();
    assertThat(BuiltInDoses.BOOK.mismatch("TX-AMOX", Child.aged(24))).isEmpty();
    assertThat(BuiltInDoses.BOOK.mismatch("TX-AMOX", Child.weighing(5).ageNotKnown())).isEmpty();
  }

  @Test
  void bandsMustFollowEachOther() {
    TestFiles files =
        TestFiles.builtIn().change("doses/weight-for-age.csv", "6,10,4,12", "7,10,4,12");
    assertThatThrownBy(() -> DoseBook.load(files, List.of("TX-AMOX"), BuiltInDoses.LANGUAGES))
        .isInstanceOf(RuleFileException.class)
        .hasMessageStartingWith("doses/weight-for-age.csv:4");
  }
}
