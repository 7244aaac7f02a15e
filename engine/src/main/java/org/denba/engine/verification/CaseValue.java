package org.denba.engine.verification;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.denba.engine.rules.RuleFileException;

/**
 * A value of a case file with the place where it stands, so that every complaint can name file,
 * case and key.
 *
 * @param where file, case and key
 * @param value what YAML read: text, number, boolean, date, list, map, or null; a map may hold
 *     values that have a place of their own, the cells of a table
 */
record CaseValue(String where, Object value) {

  RuleFileException problem(String problem) {
    return new RuleFileException(where, problem);
  }

  /** The entries of a mapping, each with its own place; empty for a key without a value. */
  Map<String, CaseValue> entries() {
    Map<String, CaseValue> entries = new LinkedHashMap<>();
    if (value == null) {
      return entries;
    }
    if (!(value instanceof Map<?, ?> map)) {
      throw problem("must hold 'key: value' entries");
    }
    map.forEach(
        (key, entry) ->
            entries.put(
                word(key),
                entry instanceof CaseValue placed
                    ? placed
                    : new CaseValue(where + ": " + word(key), entry)));
    return entries;
  }

  boolean isMap() {
    return value instanceof Map;
  }

  /** The items of a list; a single value is a list of one. */
  List<CaseValue> items() {
    if (value instanceof List<?> list) {
      return list.stream().map(item -> new CaseValue(where, item)).toList();
    }
    return value == null ? List.of() : List.of(this);
  }

  /** Every word in it, at any depth: keys and values. */
  Set<String> words() {
    Set<String> words = new HashSet<>();
    collect(value, words);
    return words;
  }

  private static void collect(Object value, Set<String> words) {
    if (value instanceof CaseValue placed) {
      collect(placed.value(), words);
    } else if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, entry) -> {
            collect(key, words);
            collect(entry, words);
          });
    } else if (value instanceof List<?> list) {
      list.forEach(item -> collect(item, words));
    } else if (value != null) {
      words.add(word(value));
    }
  }

  List<String> texts() {
    return items().stream().map(CaseValue::text).toList();
  }

  /** A text; YAML reads the words yes and no as booleans, they are given back as words. */
  String text() {
    if (value instanceof String
        || value instanceof Number
        || value instanceof Boolean
        || value instanceof Date) {
      return word(value);
    }
    throw problem(value == null ? "has no value" : "'" + value + "' must be a single word or text");
  }

  boolean flag() {
    if (value instanceof Boolean flag) {
      return flag;
    }
    throw problem("'" + value + "' must be yes or no");
  }

  int integer() {
    if (value instanceof Integer number) {
      return number;
    }
    throw problem("'" + value + "' must be a whole number");
  }

  double number() {
    if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
      return number.doubleValue();
    }
    throw problem("'" + value + "' must be a number (with a point: 37.5)");
  }

  LocalDate date() {
    if (value instanceof Date date) {
      return date.toInstant().atZone(ZoneOffset.UTC).toLocalDate();
    }
    try {
      return LocalDate.parse(text());
    } catch (DateTimeParseException e) {
      throw new RuleFileException(where, "'" + value + "' must be a date such as 2026-05-01", e);
    }
  }

  private static String word(Object value) {
    if (value instanceof Boolean flag) {
      return flag ? "yes" : "no";
    }
    if (value instanceof Date date) {
      return date.toInstant().atZone(ZoneOffset.UTC).toLocalDate().toString();
    }
    return String.valueOf(value);
  }
}
