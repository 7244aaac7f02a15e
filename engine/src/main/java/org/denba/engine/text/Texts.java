package org.denba.engine.text;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.denba.engine.rules.Problem;
import org.denba.engine.rules.ProblemList;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.rules.RuleFiles;

/**
 * All sentences of the rules in all languages, with {@code {name}} placeholders. They are taken
 * apart when they are loaded, so that filling one in is a look-up and one string. Numbers are
 * written as the language does, with at most three decimals.
 *
 * <p>A language is added with files ({@code <folder>/texts_<language>.properties}), never with
 * code. A text that is missing is never replaced by another language's: {@link #check()} lists what
 * lags, and asking for it is an error.
 */
public final class Texts {

  private final Map<String, Language> languages;

  private Texts(Map<String, Language> languages) {
    this.languages = languages;
  }

  private record Language(
      String code,
      NumberText numbers,
      DateTimeFormatter dates,
      Map<String, Template> templates,
      Map<String, String> places) {

    String where(String key) {
      return places.get(key);
    }

    /** The file in which another language's text of this place would stand. */
    String fileBeside(String place, String other) {
      return place
          .replaceFirst(":.*", "")
          .replace("texts_" + other + ".properties", "texts_" + code + ".properties");
    }
  }

  /**
   * Reads {@code <folder>/texts_<language>.properties} for every language and folder. A folder may
   * lack a language (the keys then lag, see {@link #check()}), but not all of them. What an overlay
   * says instead goes before.
   *
   * @param languages BCP 47 codes as the file names have them ({@code en}, {@code fr})
   * @throws RuleFileException when a folder has no texts, a line cannot be read, or a key stands
   *     twice (in one folder or in two)
   */
  public static Texts load(RuleFiles files, Collection<String> languages, String... folders) {
    ProblemList problems = new ProblemList();
    Texts texts = load(files, languages, problems, folders);
    problems.throwIfAny("texts");
    return texts;
  }

  /**
   * The same, as far as the files can be read.
   *
   * @param problems takes everything that is wrong
   */
  public static Texts load(
      RuleFiles files, Collection<String> languages, ProblemList problems, String... folders) {
    Map<String, Language> loaded = new LinkedHashMap<>();
    for (String language : languages) {
      loaded.put(
          language,
          new Language(
              language,
              NumberText.of(language),
              dates(language),
              new LinkedHashMap<>(),
              new LinkedHashMap<>()));
    }
    for (String folder : folders) {
      boolean found = false;
      for (Language language : loaded.values()) {
        found |= problems.collect(() -> load(files, folder, language, problems), Boolean.TRUE);
      }
      if (!found) {
        problems.add(
            folder,
            "has no texts_<language>.properties for any of " + languages + ": add the files");
      }
    }
    return new Texts(loaded);
  }

  private static boolean load(
      RuleFiles files, String folder, Language language, ProblemList problems) {
    String file = folder + "/texts_" + language.code() + ".properties";
    Optional<String> text = files.find(file);
    if (text.isEmpty()) {
      return false;
    }
    TextsFile.parse(file, text.get(), problems)
        .forEach(
            (key, entry) -> {
              if (language.templates().containsKey(key)) {
                problems.add(
                    entry.where(),
                    "the key '" + key + "' stands in another folder too: keep one of them");
              } else {
                put(language, key, entry);
              }
            });
    files
        .over(file)
        .map(layer -> TextsFile.parse(layer.path(), layer.text(), problems))
        .ifPresent(over -> over.forEach((key, entry) -> put(language, key, entry)));
    return true;
  }

  private static void put(Language language, String key, TextsFile.Entry entry) {
    language.templates().put(key, entry.template());
    language.places().put(key, entry.where());
  }

  /** Dates with the month as a word: 5/11 is another day in another country. */
  private static DateTimeFormatter dates(String language) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
        .withLocale(Locale.forLanguageTag(language));
  }

  /** A text without placeholders. */
  public String get(String language, String key) {
    return get(language, key, name -> null);
  }

  /** A text with its placeholders filled from a map. */
  public String get(String language, String key, Map<String, ?> values) {
    return get(language, key, (Function<String, ?>) values::get);
  }

  /**
   * A text with its placeholders filled. Numbers and dates are written as the language does,
   * everything else with {@code toString}.
   *
   * @throws IllegalArgumentException when the language or the key is not there, or a placeholder
   *     gets no value
   */
  public String get(String language, String key, Function<String, ?> values) {
    Language texts = language(language);
    Template template = texts.templates().get(key);
    if (template == null) {
      throw new IllegalArgumentException(
          "no text '"
              + key
              + "' in language '"
              + language
              + "': add it to texts_"
              + language
              + ".properties");
    }
    try {
      return template.fill(texts.numbers(), texts.dates(), values);
    } catch (Template.MissingValueException e) {
      throw new IllegalArgumentException(
          "no value for {"
              + e.getMessage()
              + "} of the text '"
              + key
              + "' in language '"
              + language
              + "'",
          e);
    }
  }

  /** A number as the language writes it, with at most three decimals. */
  public String number(String language, double value) {
    StringBuilder out = new StringBuilder();
    language(language).numbers().append(out, value);
    return out.toString();
  }

  public boolean has(String language, String key) {
    Language texts = languages.get(language);
    return texts != null && texts.templates().containsKey(key);
  }

  /** File and line of a text, in the first language that has it. */
  public String where(String key) {
    return languages.values().stream()
        .filter(language -> language.places().containsKey(key))
        .map(language -> language.where(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no text '" + key + "'"));
  }

  /** Whether a language has the text. */
  public boolean hasAny(String key) {
    return languages.values().stream().anyMatch(language -> language.templates().containsKey(key));
  }

  /** Whether every language has the text. */
  public boolean has(String key) {
    return languages.values().stream().allMatch(language -> language.templates().containsKey(key));
  }

  /** The languages in the order in which they were asked for. */
  public Set<String> languages() {
    return Collections.unmodifiableSet(languages.keySet());
  }

  /** The keys of each language. */
  public Map<String, Set<String>> keys() {
    Map<String, Set<String>> keys = new LinkedHashMap<>();
    languages.forEach((code, texts) -> keys.put(code, Set.copyOf(texts.templates().keySet())));
    return Map.copyOf(keys);
  }

  /**
   * The placeholders of a text in all languages together; empty when there is none or no such text.
   */
  public Set<String> placeholders(String key) {
    Set<String> names = new LinkedHashSet<>();
    for (Language language : languages.values()) {
      Template template = language.templates().get(key);
      if (template != null) {
        names.addAll(template.names());
      }
    }
    return names;
  }

  /**
   * What lags: keys that a language lacks, and texts whose placeholders differ from those of the
   * first language that has the text.
   *
   * @return one for each, with its file; empty when all languages are complete
   */
  public List<Problem> check() {
    Map<String, Language> first = new LinkedHashMap<>();
    for (Language language : languages.values()) {
      language.templates().keySet().forEach(key -> first.putIfAbsent(key, language));
    }
    List<Problem> problems = new ArrayList<>();
    first.forEach(
        (key, model) -> languages.values().forEach(each -> compare(key, model, each, problems)));
    return problems;
  }

  private static void compare(
      String key, Language model, Language language, List<Problem> problems) {
    Template template = language.templates().get(key);
    if (template == null) {
      problems.add(
          new Problem(
              language.fileBeside(model.where(key), model.code()),
              "'" + key + "' is missing (" + model.where(key) + " has it)"));
      return;
    }
    Set<String> wanted = model.templates().get(key).names();
    if (!template.names().equals(wanted)) {
      problems.add(
          new Problem(
              language.where(key),
              "'"
                  + key
                  + "' has the placeholders "
                  + template.names()
                  + ", "
                  + model.where(key)
                  + " has "
                  + wanted));
    }
  }

  private Language language(String code) {
    Language language = languages.get(code);
    if (language == null) {
      throw new IllegalArgumentException(
          "no texts in language '" + code + "': there are " + languages.keySet());
    }
    return language;
  }
}
