package org.denba.engine.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of mistake is found with exactly these words, and nothing else is said beside it. */
class MistakeKindsTest {

  /**
   * One edit of a file.
   *
   * @param code the kind of mistake
   * @param path the file
   * @param piece what stands there
   * @param by what an author wrote instead
   * @param said what is told, line by line
   */
  record Edit(String code, String path, String piece, String by, List<String> said) {
    @Override
    public String toString() {
      return code + ": " + by;
    }
  }

  static Stream<Edit> edits() {
    return Arrays.stream(text().split("\n== ")).skip(1).map(MistakeKindsTest::edit);
  }

  private static Edit edit(String block) {
    List<String> lines = new ArrayList<>(block.lines().toList());
    List<String> said =
        lines.stream().filter(line -> line.startsWith("> ")).map(l -> l.substring(2)).toList();
    return new Edit(
        lines.get(0), lines.get(1), unescaped(lines.get(2)), unescaped(lines.get(3)), said);
  }

  private static String unescaped(String line) {
    return line.substring(2).replace("\\n", "\n").replace("\\u00a0", "\u00a0").replace("\\t", "\t");
  }

  private static String text() {
    try (InputStream in = MistakeKindsTest.class.getResourceAsStream("mistakes.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("edits")
  void eachKindIsToldWithItsPlace(Edit edit) {
    CheckReport report =
        EditedRules.shipped().replacing(edit.path(), edit.piece(), edit.by()).check();

    assertThat(report.mistakes()).extracting(Mistake::text).isEqualTo(edit.said());
    assertThat(report.mistakes().get(0).code()).isEqualTo(edit.code());
  }

  @Test
  void thereAreFortyKindsAndMore() {
    assertThat(edits().map(Edit::code).distinct()).hasSizeGreaterThan(40);
  }
}
