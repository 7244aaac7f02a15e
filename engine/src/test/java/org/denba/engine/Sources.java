package org.denba.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The sources of the engine, as text. */
final class Sources {

  private static final Path MAIN = Path.of("src", "main", "java");
  private static final Path TESTS = Path.of("src", "test", "java");
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");

  /** The string literals of the main sources that are wanted, each with its file. */
  static List<String> literals(Predicate<String> wanted) {
    List<String> found = new ArrayList<>();
    sources()
        .forEach(
            (path, text) -> {
              Matcher literal = LITERAL.matcher(withoutComments(text));
              while (literal.find()) {
                if (wanted.test(literal.group(1))) {
                  found.add(path + ": " + literal.group());
                }
              }
            });
    return found;
  }

  private static String withoutComments(String text) {
    return text.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)^\\s*//.*$", "");
  }

  /** The text of each main file, by its path. */
  static Map<String, String> sources() {
    return below(MAIN);
  }

  /** The text of each main file and each test, by its path. */
  static Map<String, String> sourcesAndTests() {
    Map<String, String> all = new TreeMap<>(below(MAIN));
    all.putAll(below(TESTS));
    return all;
  }

  private static Map<String, String> below(Path folder) {
    Map<String, String> sources = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        sources.put(file.toString(), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(sources).hasSizeGreaterThan(50);
    return sources;
  }

  private Sources() {}
}
