package org.denba.engine.triage;

import java.util.Map;
import org.denba.engine.assessment.Finding;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.protocol.IntakeRule;

/** Applies a protocol's intake rules: one finding read as another, before any rule sees them. */
final class IntakeRules {

  private static final String SAME = "same";
  private static final String UNKNOWN = "unknown";
  private static final String YES = "yes";
  private static final String NO = "no";
  private static final String NOT_DONE = "not-done";

  private final DataDictionary dictionary;

  IntakeRules(DataDictionary dictionary) {
    this.dictionary = dictionary;
  }

  void apply(Encounter encounter) {
    for (IntakeRule rule : encounter.protocol().intake()) {
      Finding told = encounter.finding(rule.from().index());
      if (told != null && matches(told, rule.value())) {
        apply(rule, told, encounter);
      }
    }
  }

  private static boolean matches(Finding told, String value) {
    if (value.equals(SAME)) {
      return true;
    }
    if (told instanceof Finding.NotDone notDone) {
      return value.equals(NOT_DONE) || value.equals(NOT_DONE + ":" + notDone.reason());
    }
    if (told instanceof Finding.Answer answer) {
      return value.equals(answer.yes() ? YES : NO);
    }
    return told instanceof Finding.Code code && value.equals(code.code());
  }

  private void apply(IntakeRule rule, Finding told, Encounter encounter) {
    int slot = rule.to().index();
    Finding known = encounter.finding(slot);
    Finding becomes = becomes(rule, told);
    switch (rule.mode()) {
      case REPLACE -> encounter.found(slot, becomes);
      case IF_BLANK, NOT_DONE_IF_BLANK -> {
        if (known == null) {
          encounter.found(slot, becomes);
        }
      }
      case CONTRADICTS -> {
        if (known != null && matches(known, rule.becomes())) {
          contradiction(rule, encounter);
        }
      }
      case IMPLIES -> {
        if (isNo(known)) {
          contradiction(rule, encounter);
        }
        encounter.found(slot, becomes);
      }
      case SYNONYM -> {
        if (known == null || known instanceof Finding.NotDone) {
          encounter.found(slot, becomes);
        } else if (becomes instanceof Finding.Answer answer && !known.equals(becomes)) {
          contradiction(rule, encounter);
          encounter.found(slot, answer.yes() ? becomes : known);
        }
      }
    }
  }

  private static Finding becomes(IntakeRule rule, Finding told) {
    return switch (rule.becomes()) {
      case SAME -> told;
      case UNKNOWN -> null;
      case YES -> new Finding.Answer(true);
      case NO -> new Finding.Answer(false);
      default -> new Finding.Code(rule.becomes());
    };
  }

  private static boolean isNo(Finding finding) {
    return finding instanceof Finding.Answer answer && !answer.yes();
  }

  private void contradiction(IntakeRule rule, Encounter encounter) {
    DataElement first = dictionary.elements().get(rule.from().index());
    encounter.notice(
        new Notice(
            "contradiction",
            "findings." + rule.to().id(),
            Map.of("first", first, "second", rule.to())));
  }
}
