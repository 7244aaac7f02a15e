package org.denba.engine.text;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with {@code {name}} placeholders, taken apart once. Fixed parts and names alternate:
 * {@code fixed[0] name[0] fixed[1] …}.
 */
final class Template {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9._-]*");

  private final String[] fixed;
  private final String[] names;
  private final int fixedLength;

  private Template(String[] fixed, String[] names) {
    this.fixed = fixed;
    this.names = names;
    int length = 0;
    for (String part : fixed) {
      length += part.length();
    }
    this.fixedLength = length;
  }

  /**
   * @throws IllegalArgumentException when a brace is not part of a placeholder; the message says
   *     what to do
   */
  static Template parse(String text) {
    List<String> fixed = new ArrayList<>();
    List<String> names = new ArrayList<>();
    Matcher matcher = PLACEHOLDER.matcher(text);
    int from = 0;
    while (matcher.find()) {
      String name = matcher.group(1);
      if (!NAME.matcher(name).matches()) {
        throw new IllegalArgumentException(
            "'{"
                + name
                + "}' is no placeholder: write {name} with letters, digits, '.', '-' or '_'");
      }
      fixed.add(text.substring(from, matcher.start()));
      names.add(name);
      from = matcher.end();
    }
    fixed.add(text.substring(from));
    for (String part : fixed) {
      if (part.indexOf('{') >= 0 || part.indexOf('}') >= 0) {
        throw new IllegalArgumentException("has a single brace: write every placeholder as {name}");
      }
    }
    return new Template(fixed.toArray(String[]::new), names.toArray(String[]::new));
  }

  Set<String> names() {
    return new LinkedHashSet<>(List.of(names));
  }

  /**
   * @throws MissingValueException when a placeholder has no value
   */
  String fill(NumberText numbers, DateTimeFormatter dates, Function<String, ?> values) {
    if (names.length == 0) {
      return fixed[0];
    }
    StringBuilder out = new StringBuilder(fixedLength + names.length * 8);
    for (int i = 0; i < names.length; i++) {
      out.append(fixed[i]);
      append(out, numbers, dates, names[i], values.apply(names[i]));
    }
    return out.append(fixed[names.length]).toString();
  }

  private static void append(
      StringBuilder out, NumberText numbers, DateTimeFormatter dates, String name, Object value) {
    if (value == null) {
      throw new MissingValueException(name);
    }
    if (value instanceof Integer || value instanceof Long) {
      numbers.append(out, ((Number) value).longValue());
    } else if (value instanceof Number number) {
      numbers.append(out, number.doubleValue());
    } else if (value instanceof LocalDate date) {
      dates.formatTo(date, out);
    } else {
      out.append(value);
    }
  }

  /** A placeholder that nobody filled. */
  static final class MissingValueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MissingValueException(String name) {
      super(name);
    }
  }
}
