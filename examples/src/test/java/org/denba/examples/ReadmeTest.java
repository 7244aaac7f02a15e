package org.denba.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader copies is there, complete, and the same in both languages. */
class ReadmeTest {

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.fr.md"})
  void has_one_command_for_each_request_and_names_each_answer(String readme) {
    String text = ExampleFiles.read(readme);
    List<String> sent =
        Curl.in(text).stream().map(Curl::file).filter(f -> f.startsWith("cases/")).toList();
    assertThat(sent).containsExactlyElementsOf(ExampleFiles.cases());
    for (String request : sent) {
      String answer = ExampleFiles.answerTo(request);
      assertThat(text).contains("(" + request + ")", "(" + answer + ")");
      assertThat(ExampleFiles.path(answer)).exists();
    }
  }

  @Test
  void prints_the_same_commands_in_both_languages() {
    assertThat(commands("README.fr.md")).isEqualTo(commands("README.md"));
  }

  private static List<String> commands(String readme) {
    return ExampleFiles.read(readme)
        .lines()
        .map(line -> line.replaceAll("^.*`((curl|sh|java|mvn) [^`]+)`.*$", "$1").strip())
        .filter(line -> line.matches("(curl|sh|java|mvn) .*"))
        .toList();
  }
}
