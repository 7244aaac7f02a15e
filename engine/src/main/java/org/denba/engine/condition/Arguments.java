package org.denba.engine.condition;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.dictionary.ElementType;
import org.denba.engine.dictionary.NearestId;

/** The arguments of a predicate: how they are read and what is said of wrong ones. */
final class Arguments {

  private static final Pattern ALMOST_A_NUMBER =
      Pattern.compile("(\\d+(?:[.,]\\d+)?)\\s*\\D{0,20}");

  private Arguments() {}

  static List<String> withoutYes(List<String> args) {
    if (args.size() != 2) {
      return args;
    }
    if (!args.get(1).equals("yes")) {
      throw new ConditionException(
          "'" + args.get(1) + "' cannot stand here: write yes, or leave the cell empty");
    }
    return args.subList(0, 1);
  }

  static void expect(DataElement element, ElementType type, String predicate) {
    if (element.type() != type) {
      throw new ConditionException(
          "'"
              + element.id()
              + "' is a "
              + element.type().name().toLowerCase(Locale.ROOT)
              + " element: "
              + predicate
              + " does not go with it");
    }
  }

  static String one(List<String> args, String predicate) {
    if (args.size() != 1 || args.get(0).isEmpty()) {
      throw new ConditionException("write " + predicate + "(one id)");
    }
    return args.get(0);
  }

  /** The one argument, which must be one of these words. */
  static String oneOf(List<String> args, String predicate, List<String> words) {
    String word = one(args, predicate);
    if (!words.contains(word)) {
      throw new ConditionException(
          "'"
              + word
              + "' is no "
              + predicate
              + meant(NearestId.of(word, words).orElse(null))
              + ": write "
              + String.join(" or ", words));
    }
    return word;
  }

  static void expectCount(List<String> args, int count, String form) {
    if (args.size() != count || args.stream().anyMatch(String::isEmpty)) {
      throw new ConditionException("write " + form + ", not (" + String.join(", ", args) + ")");
    }
  }

  static List<String> options(String cell) {
    return Arrays.stream(cell.split("[/|]")).map(String::trim).filter(s -> !s.isEmpty()).toList();
  }

  /** The answer that somebody most likely meant, or null. */
  static String answer(String word) {
    String lower = word.toLowerCase(Locale.ROOT).strip();
    if (List.of("yes", "y", "oui", "o", "x", "true", "vrai", "1").contains(lower)) {
      return "yes";
    }
    return List.of("no", "n", "non", "false", "faux", "0").contains(lower) ? "no" : null;
  }

  /** The number in a cell that has a decimal comma or a unit, or null. */
  static String number(String cell) {
    Matcher number = ALMOST_A_NUMBER.matcher(cell.strip());
    return number.matches() ? number.group(1).replace(',', '.') : null;
  }

  static String meant(String nearest) {
    return nearest == null ? "" : ", perhaps '" + nearest + "'";
  }

  static String unquoted(String argument) {
    boolean quoted = argument.length() >= 2 && argument.startsWith("\"") && argument.endsWith("\"");
    return (quoted ? argument.substring(1, argument.length() - 1) : argument).trim();
  }
}
