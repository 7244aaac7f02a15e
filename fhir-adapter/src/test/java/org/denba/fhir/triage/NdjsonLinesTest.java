package org.denba.fhir.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.denba.fhir.triage.NdjsonLines.Line;
import org.junit.jupiter.api.Test;

class NdjsonLinesTest {

  @Test
  void countsEveryLineBlankOnesToo() throws IOException {
    assertThat(read("a\n\n  \r\nb\r\n", 10))
        .extracting(l -> l.number() + ":" + l.isBlank())
        .containsExactly("1:false", "2:true", "3:true", "4:false");
  }

  @Test
  void takesALastLineWithoutAnEnd() throws IOException {
    assertThat(read("a\nbc", 10)).extracting(NdjsonLinesTest::text).containsExactly("a", "bc");
    assertThat(read("", 10)).isEmpty();
    assertThat(read("\n", 10)).hasSize(1);
  }

  @Test
  void keepsNothingOfAnOverlongLineAndGoesOn() throws IOException {
    String longLine = "x".repeat(100_000);
    List<Line> lines = read("a\n" + longLine + "\nb\n" + longLine, 50_000);
    assertThat(lines).extracting(Line::tooLong).containsExactly(false, true, false, true);
    assertThat(lines).extracting(NdjsonLinesTest::text).containsExactly("a", "", "b", "");
    assertThat(lines.get(1).isBlank()).isFalse();
  }

  @Test
  void readsLinesThatEndWhereTheBufferEnds() throws IOException {
    for (int length = 16 * 1024 - 2; length <= 16 * 1024 + 2; length++) {
      assertThat(read("x".repeat(length) + "\ny\n", 100_000))
          .extracting(l -> l.bytes().length)
          .containsExactly(length, 1);
    }
  }

  private static String text(Line line) {
    return new String(line.bytes(), StandardCharsets.UTF_8);
  }

  private static List<Line> read(String text, int longest) throws IOException {
    InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    NdjsonLines lines = new NdjsonLines(in, longest);
    List<Line> all = new ArrayList<>();
    for (Optional<Line> line = lines.next(); line.isPresent(); line = lines.next()) {
      all.add(line.get());
    }
    return all;
  }
}
