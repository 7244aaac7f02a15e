package org.denba.engine.dosing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The mg/kg of every band against its target, and proof that a wrong table is caught. */
class DoseTargetsTest {

  @Test
  @DisplayName("every band is inside its target or a known exception with a reason")
  void builtIn() {
    assertThat(check(TestFiles.builtIn())).isEmpty();
    assertThat(
            DoseTargets.check(
                TestFiles.builtIn(),
                BuiltInDoses.BOOK,
                id -> id.equals("malaria.artesunate-lt20kg-mgkg") ? "2.4" : Child.DEFAULTS.get(id)))
        .isEmpty();
  }

  @Test
  void aWrongAmountIsCaught() {
    assertThat(
            check(
                TestFiles.builtIn()
                    .change("doses/TX-AMOX.csv", "weight kg,10,14,500", "weight kg,10,14,250")))
        .singleElement()
        .asString()
        .startsWith("doses/TX-AMOX.csv:4: weight kg 10 up to 14 comes to 17.86 to 25.0 per kg");
  }

  @Test
  void aWrongAmountPerKgIsCaught() {
    assertThat(
            check(
                TestFiles.builtIn()
                    .change("doses/TX-AMPI-GENTA-IM.csv", "36,7.5,mg/kg", "36,75,mg/kg")))
        .singleElement()
        .asString()
        .startsWith("doses/TX-AMPI-GENTA-IM.csv:7:");
  }

  @Test
  void aMovedBandIsCaught() {
    TestFiles moved =
        TestFiles.builtIn()
            .change("doses/TX-DIAZEPAM-PR.csv", "weight kg,5,7,", "weight kg,5,6,")
            .change("doses/TX-DIAZEPAM-PR.csv", "weight kg,7,10,", "weight kg,6,10,");
    assertThat(check(moved))
        .anyMatch(problem -> problem.startsWith("doses/TX-DIAZEPAM-PR.csv:5:"))
        .anyMatch(
            problem ->
                problem.startsWith("doses/targets.csv")
                    && problem.contains("no band needs this exception"));
  }

  @Test
  void aMedicineWithoutALineIsCaught() {
    String targets =
        TestFiles.builtIn()
            .read(DoseTargets.FILE)
            .lines()
            .filter(line -> !line.startsWith("TX-ZINC"))
            .reduce("", (all, line) -> all + line + "\n");
    assertThat(check(TestFiles.builtIn().with(DoseTargets.FILE, targets)))
        .hasSize(3)
        .allMatch(problem -> problem.contains("zinc has no line in doses/targets.csv"));
  }

  @Test
  void aLineWithNeitherTargetNorReasonIsCaught() {
    assertThat(
            check(
                TestFiles.builtIn()
                    .change(
                        DoseTargets.FILE,
                        "TX-DEWORM,mebendazole,,,,,,,,Fixed dose by age",
                        "TX-DEWORM,mebendazole,,,,,,,,")))
        .isNotEmpty()
        .allMatch(problem -> problem.contains("neither a target nor a reason"));
  }

  @Test
  void anExceptionWithoutAReasonIsCaught() {
    assertThat(
            check(
                TestFiles.builtIn()
                    .change(DoseTargets.FILE, "Tablet band: 36–50 mg/kg in the reference", "")))
        .singleElement()
        .asString()
        .contains("an exception needs a reason");
  }

  private static List<String> check(TestFiles files) {
    DoseBook book = DoseBook.load(files, BuiltInDoses.TREATMENTS, BuiltInDoses.LANGUAGES);
    return DoseTargets.check(files, book, Child.DEFAULTS::get);
  }
}
