package org.denba.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every source file is short, tests too, and every public class says what it is. */
class SourceFilesTest {

  private static final int LONGEST = 300;

  @Test
  void noClassIsLong() {
    Map<String, Long> tooLong = new TreeMap<>();
    Sources.sourcesAndTests()
        .forEach(
            (path, text) -> {
              long lines = text.lines().count();
              if (lines > LONGEST) {
                tooLong.put(path, lines);
              }
            });
    assertThat(tooLong).isEmpty();
  }

  @Test
  void everyClassSaysWhatItIs() {
    List<String> silent = new ArrayList<>();
    Sources.sources()
        .forEach(
            (path, text) -> {
              int type = text.indexOf("\npublic ");
              if (type >= 0
                  && !text.substring(0, type).stripTrailing().endsWith("*/")
                  && !text.substring(0, type).contains("/**")) {
                silent.add(path);
              }
            });
    assertThat(silent).isEmpty();
  }
}
