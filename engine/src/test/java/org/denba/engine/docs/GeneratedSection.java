package org.denba.engine.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A part of a Markdown page that is written from the rules: between {@code <!-- generated: name
 * -->} and {@code <!-- end of name -->}. A test fails when it lags; {@code -Ddenba.docs.write=true}
 * writes it.
 */
record GeneratedSection(Path page, String name) {

  private static final boolean WRITE = Boolean.getBoolean("denba.docs.write");

  /**
   * @param page the page, from the root of the project
   */
  static GeneratedSection of(String page, String name) {
    Path root = Path.of("").toAbsolutePath();
    return new GeneratedSection(
        (Files.exists(root.resolve("engine")) ? root : root.getParent()).resolve(page), name);
  }

  void mustBe(String text) {
    String start = "<!-- generated: " + name + " -->\n";
    String end = "<!-- end of " + name + " -->";
    try {
      String all = Files.readString(page);
      int from = all.indexOf(start);
      int to = all.indexOf(end);
      assertThat(from).as("%s has the section %s", page.getFileName(), name).isNotNegative();
      String wanted = "\n" + text.strip() + "\n\n";
      if (WRITE) {
        Files.writeString(
            page, all.substring(0, from + start.length()) + wanted + all.substring(to));
        return;
      }
      assertThat(all.substring(from + start.length(), to))
          .as(
              "the section %s of %s lags behind the rules: run the tests with -Ddenba.docs.write=true",
              name, page.getFileName())
          .isEqualTo(wanted);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
