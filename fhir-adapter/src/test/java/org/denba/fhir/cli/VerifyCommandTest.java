package org.denba.fhir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code verify} proves a folder of rules, says which, and shows a patient who refutes them. */
class VerifyCommandTest {

  private static final String ONE = "postnatal-newborn";
  private static final int FIRST_LINE = 5;
  private static final String CHART = ONE + "/nbd-jaundice.csv";

  @TempDir private Path above;

  private final Typed typed = new Typed();

  @Test
  void thePageAndTheTableNameTheDigestThatIsProved() throws IOException {
    Path page = above.resolve("new/folder/verification.html");
    Path table = above.resolve("verification.csv");

    assertThat(verify("--protocol", ONE, "--html", page.toString(), "--csv", table.toString()))
        .isZero();
    String digest = typed.out().replaceAll("(?s).*(sha256:[0-9a-f]{64}).*", "$1");
    assertThat(typed.out()).startsWith(ONE + ": proved, ").contains(" exceptions, ");
    assertThat(Files.readString(page))
        .contains("Everything is proved")
        .contains("digest <code>" + digest + "</code>")
        .contains("Only of patients with")
        .containsPattern("\\d\\.\\d × 10[⁰¹²³⁴⁵⁶⁷⁸⁹]+");
    assertThat(Files.readString(table))
        .contains(ONE + "," + digest + ",nbd-jaundice/jaundice,chart");
  }

  @Test
  void aRefutedFolderHasExitCodeOneAndShowsThePatient() throws IOException {
    Path folder = CopiedRules.in(above.resolve("rules"));
    Path chart = folder.resolve(CHART);
    // the last line, which is yellow, is put above the pink ones
    List<String> lines = new ArrayList<>(Files.readAllLines(chart));
    lines.add(FIRST_LINE, lines.remove(lines.size() - 1));
    Files.write(chart, lines);
    Path page = above.resolve("verification.html");

    assertThat(verify(folder.toString(), "--protocol", ONE, "--html", page.toString()))
        .isEqualTo(1);
    assertThat(typed.out())
        .contains(ONE + ": REFUTED")
        .contains("severe-first nbd-jaundice/jaundice ")
        .containsPattern("put the more severe row first \\[.*yellow-");
    assertThat(Files.readString(page))
        .contains("Something is refuted")
        .contains("put the more severe row first");
  }

  @Test
  void aMistypedProtocolIsAMistakeOfTheCommandLine() {
    assertThat(verify("--protocol", "postnatal-newborns")).isEqualTo(2);
    assertThat(typed.err())
        .contains("--protocol: there is no 'postnatal-newborns'; there are imci-child, ");
  }

  @Test
  void anExceptionThatCannotBeReadIsToldWithItsPlace() throws IOException {
    Path folder = CopiedRules.in(above.resolve("rules"));
    Path file = folder.resolve(ONE + "/proof-exceptions.csv");
    Files.writeString(file, Files.readString(file).replace("no(referred-earlier)", "no(referred)"));

    assertThat(verify(folder.toString(), "--protocol", ONE)).isEqualTo(3);
    assertThat(typed.err())
        .contains(ONE + "/proof-exceptions.csv:2:when: 'referred' is no data element")
        .doesNotContain("\tat ");
  }

  @Test
  void theNumbersOfCombinationsCanBeRead() {
    LargeNumbers numbers = new LargeNumbers();

    assertThat(numbers.words(new java.math.BigInteger("999999"))).isEqualTo("999,999");
    assertThat(numbers.words(new java.math.BigInteger("1000000"))).isEqualTo("1.0 × 10⁶");
    assertThat(numbers.words(new java.math.BigInteger("2154999999999999"))).isEqualTo("2.2 × 10¹⁵");
  }

  private int verify(String... arguments) {
    return typed.run(
        Stream.concat(Stream.of("verify"), Stream.of(arguments)).toArray(String[]::new));
  }
}
