package org.denba.engine.dosing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.text.Texts;

/**
 * The keys of {@code doses/texts_xx.properties} that the dose tables and the words around a dose
 * use.
 */
final class DoseTexts {

  static final String FOLDER = "doses";
  static final String ONE_BELOW = "count.one-below";
  static final String MINUTES = "duration.minutes";
  static final String HOURS = "duration.hours";
  static final String BASIS_WEIGHT = "basis.weight";
  static final String BASIS_AGE = "basis.age";
  static final String BASIS_AGE_FROM = "basis.age-from";
  static final String BASIS_DAYS = "basis.age-days";
  static final String BASIS_DAYS_FROM = "basis.age-days-from";
  static final String BASIS_BOTH = "basis.weight-and-age";
  static final String WEIGH = "note.weigh-the-child";
  static final String OEDEMA = "note.oedema-weight";
  static final String WEIGHT_OUTSIDE = "note.weight-outside";
  static final String AGE_OUTSIDE = "note.age-outside";
  static final String NO_TABLE = "note.no-dose-for-choice";
  static final String PER_KG = "arithmetic.per-kg";
  static final String PER_KG_RANGE = "arithmetic.per-kg-range";
  static final String CAPPED = "arithmetic.capped";
  static final String ROUNDED = "arithmetic.rounded";
  static final String VOLUME = "arithmetic.volume";
  static final String VOLUME_ROUNDED = "arithmetic.volume-rounded";
  static final String FIXED = "arithmetic.fixed";
  static final String FIXED_RANGE = "arithmetic.fixed-range";
  static final String MISMATCH = "mismatch.weight-for-age";

  private static final List<String> ALWAYS =
      List.of(
          ONE_BELOW,
          MINUTES,
          HOURS,
          BASIS_WEIGHT,
          BASIS_AGE,
          BASIS_AGE_FROM,
          BASIS_BOTH,
          WEIGH,
          OEDEMA,
          WEIGHT_OUTSIDE,
          AGE_OUTSIDE,
          NO_TABLE,
          PER_KG,
          PER_KG_RANGE,
          CAPPED,
          ROUNDED,
          VOLUME,
          VOLUME_ROUNDED,
          FIXED,
          FIXED_RANGE,
          MISMATCH);

  private DoseTexts() {}

  static String unit(String unit) {
    return "unit." + unit;
  }

  static String route(String route) {
    return "route." + route;
  }

  /** Checks that the words around every dose are there in every language. */
  static void check(Texts texts) {
    for (String key : ALWAYS) {
      require(texts, key, FOLDER + "/texts");
    }
    for (String language : texts.languages()) {
      oneBelow(texts, language);
    }
  }

  /** The count from which a language uses the plural (1½ tablets, 1½ comprimé). */
  static double oneBelow(Texts texts, String language) {
    String cell = texts.get(language, ONE_BELOW);
    try {
      return Operand.number(cell);
    } catch (IllegalArgumentException e) {
      throw new RuleFileException(
          FOLDER + "/texts_" + language + ".properties", ONE_BELOW + ": " + e.getMessage(), e);
    }
  }

  /**
   * Checks the texts of a row.
   *
   * @throws RuleFileException when one is missing in a language, or has a placeholder that the row
   *     cannot fill
   */
  static void check(Texts texts, DoseRow row) {
    if (row.band().basis() == Basis.DAYS) {
      require(texts, row.band().to() == null ? BASIS_DAYS_FROM : BASIS_DAYS, row.where());
    }
    for (String key : keys(row)) {
      require(texts, key, row.where());
      for (String name : texts.placeholders(key)) {
        if (!DoseValues.canFill(row, name)) {
          throw new RuleFileException(
              row.where(),
              "the text '"
                  + key
                  + "' has {"
                  + name
                  + "}, which this row cannot fill: change the text or the row");
        }
      }
    }
  }

  private static void require(Texts texts, String key, String where) {
    for (String language : texts.languages()) {
      if (!texts.has(language, key)) {
        throw new RuleFileException(
            where,
            "there is no text '"
                + key
                + "': add it to "
                + FOLDER
                + "/texts_"
                + language
                + ".properties");
      }
    }
  }

  private static List<String> keys(DoseRow row) {
    Wording wording = row.wording();
    List<String> keys = new ArrayList<>(wording.notes());
    keys.addAll(wording.courseNotes());
    keys.add(wording.medication());
    if (wording.form() != null && wording.count() != 0) {
      keys.add(wording.form() + ".one");
      keys.add(wording.form() + ".many");
    } else if (wording.form() != null) {
      keys.add(wording.form());
    }
    if (wording.route() != null) {
      keys.add(route(wording.route()));
    }
    if (row.quantity() != null) {
      keys.add(unit(row.quantity().unit()));
    }
    return keys;
  }

  /** The parameters that the texts of a row name. */
  static Set<String> parameters(Texts texts, DoseRow row) {
    Set<String> ids = new TreeSet<>();
    for (String key : keys(row)) {
      texts.placeholders(key).stream().filter(DoseValues::isParameter).forEach(ids::add);
    }
    return ids;
  }
}
