package org.denba.engine.impact;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.denba.engine.impact.RuleChange.Verb;

/**
 * Says a change of the rule files in one sentence; a language is added by a file {@code
 * changes_xx.properties}.
 */
public final class ChangeWords {

  private static final String ENGLISH = "en";
  private static final String FIRST = "-";
  private static final Pattern PART = Pattern.compile("\\{(\\w+)\\}");
  private static final int LONGEST = 400;

  private final Properties words;

  private ChangeWords(Properties words) {
    this.words = words;
  }

  /** The words of this language, in English where there are none. */
  public static ChangeWords of(String language) {
    String wanted = language != null && language.matches("[a-z]{2,3}") ? language : ENGLISH;
    try (InputStream own = stream(wanted);
        InputStream english = stream(ENGLISH);
        InputStreamReader reader =
            new InputStreamReader(own == null ? english : own, StandardCharsets.UTF_8)) {
      Properties words = new Properties();
      words.load(reader);
      return new ChangeWords(words);
    } catch (IOException e) {
      throw new UncheckedIOException("the words for changes cannot be read", e);
    }
  }

  private static InputStream stream(String language) {
    return ChangeWords.class.getResourceAsStream("changes_" + language + ".properties");
  }

  /** One change: where, what, from what to what. */
  public String sentence(RuleChange change) {
    Map<String, String> parts = new HashMap<>();
    parts.put("file", change.file());
    parts.put("id", change.id());
    parts.put("line", change.line());
    parts.put("from", value(change, change.from()));
    parts.put("to", value(change, change.to()));
    parts.put("aspect", change.aspect());
    if (change.id().isEmpty() && change.aspect().equals(RuleChange.LAYOUT)) {
      return fill("layout", parts);
    }
    parts.put("what", what(change, parts));
    boolean named = change.verb() == Verb.CHANGED && !change.aspect().isEmpty();
    parts.put("aspect", named ? fill("aspect", parts) + " " : "");
    return fill(change.verb().code(), parts);
  }

  private String what(RuleChange change, Map<String, String> parts) {
    String part = change.part().code();
    if (change.id().isEmpty()) {
      return words.getProperty("column");
    }
    String withLine = part + ".line";
    boolean line = !change.line().isEmpty() && words.containsKey(withLine);
    return fill(line ? withLine : part, parts);
  }

  /** In one pass: what stands in a rule file may hold curly brackets of its own. */
  private String fill(String key, Map<String, String> parts) {
    return PART.matcher(words.getProperty(key))
        .replaceAll(
            part -> Matcher.quoteReplacement(parts.getOrDefault(part.group(1), part.group())));
  }

  private String value(RuleChange change, String value) {
    if (change.verb() == Verb.MOVED && value.equals(FIRST)) {
      return words.getProperty("first");
    }
    String said = value.isEmpty() ? words.getProperty("nothing") : value;
    return said.length() <= LONGEST ? said : said.substring(0, LONGEST) + " …";
  }
}
