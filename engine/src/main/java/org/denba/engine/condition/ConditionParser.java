package org.denba.engine.condition;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a condition as rule authors write it: predicates with {@code and}, {@code or} and brackets.
 * The same text stands in the condition cells of CSV files ({@code yes(wheeze) and below(spo2,
 * 90)}) and, with quotes and Java's operators, in DRL ({@code yes("wheeze"), below("spo2", 90)}).
 */
public final class ConditionParser {

  private final PredicateReader predicates;
  private String text;
  private int at;

  public ConditionParser(Vocabulary vocabulary) {
    this.predicates = new PredicateReader(vocabulary, this::nested);
  }

  /**
   * @throws ConditionException when the text is no condition; the message quotes the place
   */
  public Condition parse(String condition) {
    text = condition;
    at = 0;
    Condition result = anyOf();
    if (peek() != '\0') {
      throw problem("expected 'and', 'or' or the end");
    }
    return result;
  }

  private Condition nested(String inner) {
    String outerText = text;
    int outerAt = at;
    Condition condition = parse(inner);
    text = outerText;
    at = outerAt;
    return condition;
  }

  private Condition anyOf() {
    List<Condition> parts = new ArrayList<>();
    do {
      parts.add(allOf());
    } while (accept("||") || acceptWord("or"));
    return parts.size() == 1 ? parts.get(0) : new AnyOf(List.copyOf(parts));
  }

  private Condition allOf() {
    List<Condition> parts = new ArrayList<>();
    do {
      Condition part = single();
      if (part instanceof AllOf all) {
        parts.addAll(all.parts());
      } else {
        parts.add(part);
      }
    } while (accept("&&") || accept(",") || acceptWord("and"));
    return parts.size() == 1 ? parts.get(0) : new AllOf(List.copyOf(parts));
  }

  private Condition single() {
    if (accept("(")) {
      Condition inner = anyOf();
      if (!accept(")")) {
        throw problem("a bracket is not closed");
      }
      return inner;
    }
    String name = word();
    if (name.equalsIgnoreCase("not") || peek() == '!') {
      throw problem(
          "there is no 'not': say no(x), or give what must be ruled out a derived sign of its own and ask no(it)");
    }
    if (name.isEmpty() || !accept("(")) {
      throw problem("expected a predicate such as yes(cough)");
    }
    return predicates.read(name, arguments());
  }

  /**
   * The arguments up to the closing bracket, split at commas and semicolons outside inner brackets
   * and quotes.
   */
  private List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    StringBuilder current = new StringBuilder();
    int depth = 0;
    boolean quoted = false;
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        quoted = !quoted;
      }
      if (!quoted && depth == 0 && (c == ',' || c == ';')) {
        arguments.add(current.toString().trim());
        current.setLength(0);
        continue;
      }
      if (!quoted && c == '(') {
        depth++;
      } else if (!quoted && c == ')' && depth-- == 0) {
        at++;
        arguments.add(current.toString().trim());
        return arguments;
      }
      current.append(c);
    }
    throw problem("a bracket is not closed");
  }

  private String word() {
    skipBlanks();
    int start = at;
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '-')) {
      at++;
    }
    return text.substring(start, at);
  }

  private boolean acceptWord(String word) {
    skipBlanks();
    int end = at + word.length();
    boolean found =
        text.regionMatches(true, at, word, 0, word.length())
            && (end >= text.length() || !Character.isLetterOrDigit(text.charAt(end)));
    if (found) {
      at = end;
    }
    return found;
  }

  private boolean accept(String symbol) {
    skipBlanks();
    boolean found = text.startsWith(symbol, at);
    if (found) {
      at += symbol.length();
    }
    return found;
  }

  private char peek() {
    skipBlanks();
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private void skipBlanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private ConditionException problem(String problem) {
    return new ConditionException(
        "'" + text.strip() + "': " + problem + " at character " + (at + 1));
  }
}
