package org.denba.fhir.workbench;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.fhir.impact.ImpactWords;

/**
 * Finds English on a French page: every text of the pages that is another one in French, and every
 * label of the dictionary. What the page itself calls English ({@code lang="en"}) may be so.
 */
public final class French {

  private static final int SHORTEST = 12;
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^{}]*(?:\\{\\d}[^{}]*)*}");
  private static final Pattern ENGLISH =
      Pattern.compile("(?s)<(\\w+)\\b[^>]*\\slang=\"en\"[^>]*>.*?</\\1>");
  private static final Pattern HIDDEN = Pattern.compile("(?s)<(pre|head|script)\\b.*?</\\1>");

  private final List<String> english;

  /**
   * @param dictionary the dictionary whose labels must be French
   */
  public French(DataDictionary dictionary) {
    TreeSet<String> texts = new TreeSet<>();
    TreeSet<String> french = new TreeSet<>();
    for (String file : List.of("messages", "/org/denba/fhir/impact/impact")) {
      words(file + "_en.properties").forEach((key, text) -> texts.addAll(parts((String) text)));
      words(file + "_fr.properties").forEach((key, text) -> french.addAll(parts((String) text)));
    }
    dictionary.elements().forEach(element -> texts.add(element.label("en")));
    dictionary.elements().forEach(element -> french.add(element.label("fr")));
    texts.removeIf(
        text -> text.length() < SHORTEST || french.stream().anyMatch(said -> said.contains(text)));
    english = List.copyOf(texts);
  }

  /** The English that a page shows. */
  public List<String> leftovers(String page) {
    String french = HIDDEN.matcher(page).replaceAll(" ");
    french = ENGLISH.matcher(french).replaceAll(" ");
    // an attribute is read too: labels and descriptions are announced
    String read = french.replace("&#39;", "'").replace("&quot;", "\"").replace("&amp;", "&");
    return english.stream().filter(read::contains).toList();
  }

  private static List<String> parts(String text) {
    return List.of(PLACEHOLDER.split(text)).stream().map(String::strip).toList();
  }

  private static Properties words(String file) {
    Class<?> near = file.startsWith("/") ? ImpactWords.class : RulesView.class;
    try (InputStream in = Objects.requireNonNull(near.getResourceAsStream(file), file)) {
      Properties words = new Properties();
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
