package org.denba.fhir.guidance;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The few words of a FHIR answer that the rules do not bring along; a language is added by a file
 * {@code words_xx.properties}.
 */
final class Words {

  private static final String ENGLISH = "en";
  private static final Map<String, Properties> LANGUAGES = new ConcurrentHashMap<>();

  private Words() {}

  /** The words for a key in this language, in English where it has none. */
  static String get(String language, String key) {
    String own = words(language).getProperty(key);
    return own == null ? words(ENGLISH).getProperty(key, key) : own;
  }

  private static Properties words(String language) {
    return LANGUAGES.computeIfAbsent(language == null ? ENGLISH : language, Words::load);
  }

  private static Properties load(String language) {
    Properties words = new Properties();
    try (InputStream in = Words.class.getResourceAsStream("words_" + language + ".properties")) {
      if (in != null) {
        words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the words of a FHIR answer cannot be read", e);
    }
    return words;
  }
}
