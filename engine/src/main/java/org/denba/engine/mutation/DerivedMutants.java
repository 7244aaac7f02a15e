package org.denba.engine.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every small change of the rules for derived signs. */
final class DerivedMutants {

  static final String PART = "derived";
  private static final Pattern RULE =
      Pattern.compile("(?ms)^rule\\s+\"([^\"]+)\".*?\\bend\\b[ \\t]*$");
  private static final Pattern PATTERN = Pattern.compile("Assessment\\(");

  private DerivedMutants() {}

  static List<Mutant> of(String protocol, String file, String text, Words words) {
    List<Mutant> mutants = new ArrayList<>();
    Matcher rule = RULE.matcher(text);
    while (rule.find()) {
      int start = rule.start();
      int end = rule.end();
      mutants.add(
          mutant(
              protocol,
              file,
              text,
              start,
              rule.group(1),
              "the rule '" + rule.group(1) + "' left out",
              () -> text.substring(0, start) + text.substring(end)));
      Matcher pattern = PATTERN.matcher(text).region(start, end);
      if (pattern.find()) {
        int close = text.lastIndexOf(')', text.lastIndexOf("then", end));
        for (Edit edit : ConditionEdits.of(words, text, pattern.end(), close)) {
          if (!edit.text().isEmpty()) {
            mutants.add(
                mutant(protocol, file, text, edit.at(), rule.group(1), edit.change(), edit::text));
          }
        }
      }
    }
    return mutants;
  }

  private static Mutant mutant(
      String protocol,
      String file,
      String text,
      int at,
      String rule,
      String change,
      Supplier<String> changed) {
    String before = text.substring(0, at);
    int row = (int) before.chars().filter(c -> c == '\n').count() + 1;
    int column = at - before.lastIndexOf('\n');
    return new Mutant(
        protocol, PART, file, row, file + ":" + row + ":" + column, rule, change, changed);
  }
}
