package org.denba.fhir.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.denba.fhir.protocols.LanguageTag;

/**
 * The words around an answer on the console; a language is added by a file {@code
 * labels_xx.properties}.
 */
final class Labels {

  private final Properties words;

  private Labels(Properties words) {
    this.words = words;
  }

  /** The words of this language, in English where there are none. */
  static Labels of(String language) {
    String tag = LanguageTag.language(language).orElse(LanguageTag.DEFAULT);
    try (InputStream own = stream(tag);
        InputStream english = stream(LanguageTag.DEFAULT)) {
      InputStream found = own == null ? english : own;
      Properties words = new Properties();
      words.load(new InputStreamReader(found, StandardCharsets.UTF_8));
      return new Labels(words);
    } catch (IOException e) {
      throw new UncheckedIOException("the labels cannot be read", e);
    }
  }

  private static InputStream stream(String language) {
    return Labels.class.getResourceAsStream("labels_" + language + ".properties");
  }

  /** The word for a key; a code that has none is shown as it is. */
  String get(String key) {
    return words.getProperty(key, key.substring(key.lastIndexOf('.') + 1));
  }

  Properties all() {
    return words;
  }
}
