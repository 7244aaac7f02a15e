package org.denba.fhir.impact;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.denba.engine.impact.ChangedCase;
import org.denba.engine.impact.Move;
import org.denba.engine.impact.MoveGroup;
import org.denba.engine.impact.SpaceChange;
import org.denba.engine.impact.SpaceMove;
import org.denba.fhir.protocols.LanguageTag;

/** The words of the report; a language is added by a file {@code impact_xx.properties}. */
public final class ImpactWords {

  private static final int LONGEST_LABEL = 70;
  private static final Pattern OUTCOME =
      Pattern.compile(
          "(?:open|(?<row>\\S+) (?:pink|yellow|green|none) (?<urgency>[a-z-]+))"
              + "(?: \\(could be (?<could>[a-z-]+)\\))?");

  private final Properties words = new Properties();
  private final Locale locale;
  private final RuleNames names;

  private ImpactWords(String language, RuleNames names) {
    this.locale = Locale.forLanguageTag(language);
    this.names = names;
    load(LanguageTag.DEFAULT);
    load(language);
  }

  /** The words of this language, in English where there are none. */
  public static ImpactWords of(String language) {
    return of(language, RuleNames.IDS);
  }

  /** The same with what ids are called. */
  public static ImpactWords of(String language, RuleNames names) {
    return new ImpactWords(LanguageTag.language(language).orElse(LanguageTag.DEFAULT), names);
  }

  /** What ids are called. */
  RuleNames names() {
    return names;
  }

  private void load(String language) {
    try (InputStream in =
        ImpactWords.class.getResourceAsStream("impact_" + language + ".properties")) {
      if (in != null) {
        words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the words of the report cannot be read", e);
    }
  }

  /** The words for a key, with what stands for {0}, {1} …; a code that has none as it is. */
  public String get(String key, Object... values) {
    String text = words.getProperty(key, key.substring(key.lastIndexOf('.') + 1));
    for (int i = 0; i < values.length; i++) {
      String value =
          values[i] instanceof Number number
              ? String.format(locale, "%,d", number.longValue())
              : String.valueOf(values[i]);
      text = text.replace("{" + i + "}", value);
    }
    return text;
  }

  /** An urgency with the colour that it has on the charts. */
  public String urgency(String code) {
    return get("urgency." + code);
  }

  /** What happens to the patients of a group, in one sentence. */
  public String sentence(MoveGroup group) {
    return sentence(group.move());
  }

  /** One way in which an answer is another one, in one sentence. */
  public String sentence(Move move) {
    String subject = subject(move);
    String what = get("kind." + move.kind().code());
    String head = what + (subject.isEmpty() ? "" : " — " + subject);
    return move.from().isEmpty() && move.to().isEmpty()
        ? head
        : get("says", head, get("from-to", said(move.from()), said(move.to())));
  }

  /** A case that is answered otherwise, in one line. */
  public String sentence(ChangedCase changed) {
    return (changed.protocol() + " " + changed.id()).strip()
        + ": "
        + changed.title()
        + " — "
        + outcome(changed);
  }

  /** What becomes of a case that is answered otherwise. */
  public String outcome(ChangedCase changed) {
    return get("kind." + changed.worst().code())
        + (changed.passes() ? "" : "; " + get("case.fails"));
  }

  /** How much of the inputs of a chart or derived sign moves. */
  String sentence(SpaceChange change) {
    return get(
        "space.one",
        names.protocol(change.protocol())
            + ", "
            + names.chart(
                change.protocol(), change.chart().isEmpty() ? change.id() : change.chart()),
        change.moving(),
        (long) change.combinations(),
        get("space." + change.extent().code()),
        get("space.moves"));
  }

  /** From which outcome to which, and one combination of inputs. */
  String sentence(SpaceMove move) {
    String example =
        move.example().entrySet().stream()
            .map(input -> names.finding(input.getKey(), input.getValue()))
            .collect(Collectors.joining(", "));
    return get("flow", outcome(move.from()), outcome(move.to()), move.combinations())
        + "; "
        + get("space.example", example);
  }

  private String subject(Move move) {
    if (move.subject().isEmpty()) {
      return "";
    }
    String label = move.label().replaceAll("\\s+", " ");
    String brief =
        label.length() <= LONGEST_LABEL
            ? label
            : label.substring(0, LONGEST_LABEL).replaceFirst("\\s+\\S*$", "") + " …";
    String name = words.getProperty("subject." + move.subject(), move.subject());
    return brief.isEmpty() ? name : brief + " (" + name + ")";
  }

  /** What comes out of a combination of inputs: {@code COU-3 yellow treat-here}. */
  private String outcome(String text) {
    Matcher parts = OUTCOME.matcher(text);
    if (!parts.matches()) {
      return said(text);
    }
    String row = parts.group("row");
    String urgency = parts.group("urgency");
    String could = parts.group("could");
    return (row == null ? get("code.open") : row + ", " + urgency(urgency))
        + (could == null ? "" : " (" + get("subject.could-be") + " " + urgency(could) + ")");
  }

  /** Codes as words, everything else (a dose, a place) as it stands. */
  public String said(String text) {
    if (words.containsKey("urgency." + text)) {
      return urgency(text);
    }
    StringBuilder said = new StringBuilder();
    boolean known = true;
    for (String word : text.split(" ")) {
      String key = words.containsKey("code." + word) ? "code." + word : "urgency." + word;
      known &= words.containsKey(key);
      said.append(said.isEmpty() ? "" : ", ").append(words.getProperty(key, word));
    }
    return known && !text.isEmpty() ? said.toString() : dose(text);
  }

  /** A dose is written alike in all languages but for the days, and units in curly brackets. */
  private String dose(String text) {
    return text.replaceAll("(?<=\\d)/d\\b", get("a-day"))
        .replaceAll("(?<=\\d )d\\b", get("days"))
        .replaceAll("\\{(\\w+)\\}", "$1");
  }

  /** A share of the patients who were compared, as a percentage. */
  public String percent(long part, long all) {
    return all == 0 ? "0 %" : String.format(locale, "%.2f %%", 100.0 * part / all);
  }
}
