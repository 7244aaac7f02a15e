package org.denba.engine.text;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.denba.engine.rules.ProblemList;
import org.denba.engine.rules.RuleFileException;

/**
 * Reads a {@code texts_xx.properties} file: UTF-8, one {@code key=text} a line, comments after
 * {@code #} or {@code !}, a backslash at the end of a line carries the text on, and escapes
 * (newline, tab, backslash, Unicode) as in Java. Stricter than {@link java.util.Properties}: the
 * separator is always {@code =}, and a key that stands twice is an error, since one of the two
 * texts would be lost.
 */
final class TextsFile {

  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/\\[\\]{}-]*");

  private TextsFile() {}

  /**
   * One text of a file.
   *
   * @param where file and line
   */
  record Entry(String where, Template template) {}

  /**
   * @param problems takes each line that cannot be read
   */
  static Map<String, Entry> parse(String file, String text, ProblemList problems) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    String[] lines = text.split("\\R", -1);
    for (int i = 0; i < lines.length; i++) {
      int number = i + 1;
      StringBuilder line = new StringBuilder(lines[i].strip());
      if (line.isEmpty() || line.charAt(0) == '#' || line.charAt(0) == '!') {
        continue;
      }
      while (goesOn(line)) {
        line.setLength(line.length() - 1);
        i++;
        line.append(i < lines.length ? lines[i].strip() : "");
      }
      problems.collect(() -> read(file + ":" + number, line.toString(), entries));
    }
    return entries;
  }

  private static void read(String where, String line, Map<String, Entry> entries) {
    int at = line.indexOf('=');
    String key = at < 0 ? "" : line.substring(0, at).strip();
    if (!KEY.matcher(key).matches()) {
      throw new RuleFileException(
          where, "is not 'key=text': write a key, an equals sign and the text");
    }
    try {
      Template template = Template.parse(unescape(line.substring(at + 1).strip()));
      if (entries.putIfAbsent(key, new Entry(where, template)) != null) {
        throw new RuleFileException(
            where, "the key '" + key + "' stands here a second time: keep one of them");
      }
    } catch (IllegalArgumentException e) {
      throw new RuleFileException(where, "the text of '" + key + "' " + e.getMessage(), e);
    }
  }

  private static boolean goesOn(StringBuilder line) {
    int backslashes = 0;
    for (int i = line.length() - 1; i >= 0 && line.charAt(i) == '\\'; i--) {
      backslashes++;
    }
    return backslashes % 2 == 1;
  }

  private static String unescape(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\') {
        out.append(c);
        continue;
      }
      char escaped = text.charAt(++i);
      switch (escaped) {
        case 'n' -> out.append('\n');
        case 't' -> out.append('\t');
        case 'u' -> {
          out.append(codeUnit(text, i + 1));
          i += 4;
        }
        default -> out.append(escaped);
      }
    }
    return out.toString();
  }

  private static char codeUnit(String text, int from) {
    if (from + 4 <= text.length()) {
      int value = 0;
      for (int i = from; i < from + 4; i++) {
        int digit = Character.digit(text.charAt(i), 16);
        value = digit < 0 || value < 0 ? -1 : value * 16 + digit;
      }
      if (value >= 0) {
        return (char) value;
      }
    }
    throw new IllegalArgumentException("has a \\u without four hexadecimal digits");
  }
}
