package org.denba.engine.second;

import java.util.HashMap;
import java.util.Map;
import org.denba.engine.assessment.Finding;

/** What was told, after impossible numbers are put aside and intake rules have read it. */
final class PlainIntake {

  private final PlainRules rules;
  private final Map<String, Finding> told = new HashMap<>();

  private PlainIntake(PlainRules rules) {
    this.rules = rules;
  }

  /**
   * @param sent what was told, the record of the patient among it
   * @param lacks the parameter {@code site.lacks}
   */
  static Map<String, Finding> read(PlainRules rules, Map<String, Finding> sent, String lacks) {
    PlainIntake intake = new PlainIntake(rules);
    sent.forEach(intake::take);
    intake.lacks(sent, lacks);
    rules.intake.forEach(intake::apply);
    return intake.told;
  }

  private void take(String x, Finding finding) {
    if (finding instanceof Finding.Code code && code.code().equals("not-done")) {
      told.put(x, new Finding.NotDone("unspecified"));
    } else if (!(finding instanceof Finding.Unknown) && !isImpossible(x, finding)) {
      told.put(x, finding);
    }
  }

  private boolean isImpossible(String x, Finding finding) {
    String range = rules.allowed.getOrDefault(x, "");
    if (range.isEmpty() || !(finding instanceof Finding.Quantity quantity)) {
      return false;
    }
    String[] ends = range.split("\\.\\.");
    return quantity.value().low() < Double.parseDouble(ends[0])
        || quantity.value().high() > Double.parseDouble(ends[1]);
  }

  /** {@code element} or {@code element when other}: not done for want of a device. */
  private void lacks(Map<String, Finding> sent, String lacks) {
    for (String entry : lacks.split("[|,]")) {
      String[] words = entry.strip().split("\\s+when\\s+");
      boolean answered =
          words.length == 1
              || told.get(words[1]) != null && !(told.get(words[1]) instanceof Finding.NotDone);
      boolean open = !sent.containsKey(words[0]) || sent.get(words[0]) instanceof Finding.Unknown;
      if (!entry.isBlank() && open && answered) {
        told.put(words[0], new Finding.NotDone("no-device"));
      }
    }
  }

  private void apply(Map<String, String> rule) {
    Finding from = told.get(rule.get("from"));
    if (from == null || !says(from, rule.get("value"))) {
      return;
    }
    String to = rule.get("to");
    Finding known = told.get(to);
    Finding becomes =
        switch (rule.get("becomes")) {
          case "same" -> from;
          case "unknown" -> null;
          case "yes" -> new Finding.Answer(true);
          case "no" -> new Finding.Answer(false);
          default -> new Finding.Code(rule.get("becomes"));
        };
    switch (rule.get("mode")) {
      case "replace", "implies" -> told.put(to, becomes);
      case "if-blank", "not-done-if-blank" -> told.putIfAbsent(to, becomes);
      case "synonym" -> {
        // of two answers the more severe one counts
        boolean yes = becomes instanceof Finding.Answer answer && answer.yes();
        if (known == null || known instanceof Finding.NotDone || yes) {
          told.put(to, becomes);
        }
      }
      case "contradicts" -> {
        // nothing is changed by it
      }
      default -> throw new IllegalArgumentException(rule.toString());
    }
  }

  private static boolean says(Finding finding, String value) {
    if (finding instanceof Finding.NotDone notDone) {
      return value.equals("same")
          || value.equals("not-done")
          || value.equals("not-done:" + notDone.reason());
    }
    return value.equals("same")
        || finding instanceof Finding.Answer answer && value.equals(answer.yes() ? "yes" : "no")
        || finding instanceof Finding.Code code && value.equals(code.code());
  }
}
