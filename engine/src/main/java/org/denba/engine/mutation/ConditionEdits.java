package org.denba.engine.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every small change of a condition as authors write it, in a cell or in DRL: a predicate negated
 * or left out, a bound, an operator, a code or a count changed.
 */
final class ConditionEdits {

  private static final Map<String, String> OPPOSITES =
      Map.of(
          "yes", "no", "no", "yes", "known", "noValue", "noValue", "known", "atLeast", "above",
          "above", "atLeast", "below", "atMost", "atMost", "below");

  private static final Map<String, String> OTHER_WORD =
      Map.of(
          "community",
          "health-facility",
          "health-facility",
          "community",
          "follow-up",
          "initial",
          "initial",
          "follow-up");

  private static final Pattern PREDICATE =
      Pattern.compile(
          "\\b(yes|no|is|atLeast|above|atMost|below|notDone|notNeeded|blank|known|noValue|reported"
              + "|param|setting|visit|earlier|otherwise|either|countYes|row|anyPinkRow)\\(");

  private static final Pattern JOINT_AFTER =
      Pattern.compile("\\s*(\\|\\||&&|,|\\bor\\b|\\band\\b)\\s*");
  private static final Pattern JOINT_BEFORE =
      Pattern.compile("\\s*(\\|\\||&&|,|\\bor\\b|\\band\\b)\\s*$");

  private final Words words;
  private final String text;
  private final int from;
  private final int to;
  private final List<Edit> edits = new ArrayList<>();

  private ConditionEdits(Words words, String text, int from, int to) {
    this.words = words;
    this.text = text;
    this.from = from;
    this.to = to;
  }

  /** The changes of a whole text. */
  static List<Edit> of(Words words, String text) {
    return of(words, text, 0, text.length());
  }

  /** The changes of the part of a text that is a condition. */
  static List<Edit> of(Words words, String text, int from, int to) {
    ConditionEdits edits = new ConditionEdits(words, text, from, to);
    edits.scan(from, to, false);
    return edits.edits;
  }

  private void scan(int start, int end, boolean nested) {
    Matcher predicate = PREDICATE.matcher(text);
    int at = start;
    while (at < end && predicate.find(at) && predicate.start() < end) {
      int close = closing(predicate.end());
      String name = predicate.group(1);
      predicate(name, predicate.start(), predicate.end(), close);
      if (name.equals("either") || name.equals("reported")) {
        scan(predicate.end(), close, true);
      }
      if (!nested) {
        remove(predicate.start(), close + 1);
      }
      at = close + 1;
    }
  }

  /** The bracket that closes the one before this place. */
  private int closing(int after) {
    int depth = 1;
    int at = after;
    while (depth > 0) {
      char c = text.charAt(at++);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    }
    return at - 1;
  }

  private void predicate(String name, int start, int open, int close) {
    String opposite = OPPOSITES.get(name);
    if (opposite != null) {
      replace(start, open - 1, opposite, name + " -> " + opposite + " " + shown(open, close));
    }
    List<String> arguments = List.of(text.substring(open, close).split("[,;=]"));
    int last = close - arguments.get(arguments.size() - 1).length();
    String first = bare(arguments.get(0));
    String value = bare(arguments.get(arguments.size() - 1));
    switch (name) {
      case "is" -> values(words.codes(first, value), last, close);
      case "param" -> values(words.parameterValues(first, value), last, close);
      case "atLeast", "above", "atMost", "below" -> values(words.bounds(first, value), last, close);
      case "setting", "visit" -> values(List.of(OTHER_WORD.get(value)), last, close);
      case "countYes" -> values(Words.beside(first), open, open + arguments.get(0).length());
      default -> {
        // nothing in it can be another word
      }
    }
  }

  private void values(List<String> others, int start, int end) {
    String old = bare(text.substring(start, end));
    int at = text.indexOf(old, start);
    for (String other : others) {
      replace(at, at + old.length(), other, old + " -> " + other);
    }
  }

  /** Without a predicate, the brackets that held nothing else, and the word that joined it. */
  private void remove(int predicateStart, int predicateEnd) {
    int start = predicateStart;
    int end = predicateEnd;
    while (aloneInBrackets(start, end)) {
      start = text.lastIndexOf('(', start);
      end = text.indexOf(')', end) + 1;
    }
    Matcher after = JOINT_AFTER.matcher(text).region(end, to);
    Matcher before = JOINT_BEFORE.matcher(text).region(from, start);
    boolean firstOfSeveral = text.substring(from, start).isBlank() || opensBefore(start);
    if (firstOfSeveral && after.lookingAt()) {
      end = after.end();
    } else if (before.find()) {
      start = before.start();
    }
    replace(start, end, "", text.substring(predicateStart, predicateEnd) + " left out");
  }

  private boolean opensBefore(int start) {
    String before = text.substring(from, start).stripTrailing();
    return before.endsWith("(");
  }

  private boolean aloneInBrackets(int start, int end) {
    return opensBefore(start) && text.substring(end, to).stripLeading().startsWith(")");
  }

  private void replace(int start, int end, String by, String change) {
    String changed = text.substring(0, start) + by + text.substring(end);
    boolean empty = text.substring(from, start).isBlank() && text.substring(end, to).isBlank();
    edits.add(
        new Edit(start, change.replaceAll("\\s+", " "), by.isEmpty() && empty ? "" : changed));
  }

  private String shown(int open, int close) {
    return "(" + bare(text.substring(open, close)) + ")";
  }

  private static String bare(String argument) {
    return argument.replace("\"", "").trim();
  }
}
