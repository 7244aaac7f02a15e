package org.denba.engine.condition;

import java.util.Arrays;
import java.util.List;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.dictionary.ElementType;

/** The arguments of a predicate: how they are read and what is said of wrong ones. */
final class Arguments {

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
              + element.type().name().toLowerCase(java.util.Locale.ROOT)
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

  static void expectCount(List<String> args, int count, String form) {
    if (args.size() != count || args.stream().anyMatch(String::isEmpty)) {
      throw new ConditionException("write " + form + ", not (" + String.join(", ", args) + ")");
    }
  }

  static List<String> options(String cell) {
    return Arrays.stream(cell.split("[/|]")).map(String::trim).filter(s -> !s.isEmpty()).toList();
  }

  static String meant(String nearest) {
    return nearest == null ? "" : ", perhaps '" + nearest + "'";
  }

  static String unquoted(String argument) {
    boolean quoted = argument.length() >= 2 && argument.startsWith("\"") && argument.endsWith("\"");
    return (quoted ? argument.substring(1, argument.length() - 1) : argument).trim();
  }
}
