package org.denba.engine.protocol;

import java.util.List;
import java.util.Set;
import org.denba.engine.condition.Condition;
import org.denba.engine.dictionary.DataDictionary;

/** Looks at which data elements the parts of a protocol read. */
final class ReadElements {

  private final ProtocolParts parts;
  private final DataDictionary dictionary;

  ReadElements(ProtocolParts parts, DataDictionary dictionary) {
    this.parts = parts;
    this.dictionary = dictionary;
  }

  /**
   * A derived sign that rules read but none makes would be false for ever: a silent "no".
   *
   * @param inVain elements whose rule is wrong, of which that is said already
   */
  void checkDerived(Set<String> inVain, Problems problems) {
    boolean[] made = new boolean[parts.slots];
    parts.alternatives.forEach(alternative -> made[alternative.target()] = true);
    parts.daysSince.forEach(days -> made[days.slot()] = true);
    parts.vaccines.ifPresent(
        schedule ->
            schedule
                .vaccines()
                .forEach(
                    vaccine -> {
                      made[vaccine.next().index()] = true;
                      made[vaccine.status().index()] = true;
                      made[vaccine.comeBack().index()] = true;
                    }));
    for (Alternative alternative : parts.alternatives) {
      alternative
          .conditions()
          .forEach(
              condition ->
                  condition.reads(
                      slot -> {
                        if (slot < parts.elements
                            && dictionary.elements().get(slot).derived()
                            && !made[slot]
                            && !inVain.contains(dictionary.elements().get(slot).id())) {
                          problems.add(
                              alternative.where(),
                              "reads '"
                                  + dictionary.elements().get(slot).id()
                                  + "', which no rule of this protocol derives");
                        }
                      }));
    }
  }

  /** Marks every data element that a rule, an action, an intake rule or a measurement looks at. */
  void markUsed() {
    parts.alternatives.forEach(a -> a.conditions().forEach(c -> c.reads(parts.used::set)));
    parts.actions.forEach(
        action -> {
          for (Condition condition :
              new Condition[] {action.when(), action.unless(), action.unlessPossible()}) {
            if (condition != null) {
              condition.reads(parts.used::set);
            }
          }
        });
    parts.intake.forEach(rule -> parts.used.set(rule.from().index()));
    parts.daysSince.forEach(days -> parts.used.set(days.dateSlot()));
    parts.hoursSince.forEach(hours -> parts.used.set(hours.dateSlot()));
    if (parts.gestation != null) {
      for (Measurements.Gestation.Source source : parts.gestation.sources()) {
        parts.used.set(source.slot());
        if (source.when() != null) {
          source.when().reads(parts.used::set);
        }
      }
    }
    parts.vaccines.ifPresent(
        schedule ->
            schedule
                .vaccines()
                .forEach(
                    vaccine ->
                        schedule
                            .restsOn(vaccine)
                            .forEach(element -> parts.used.set(element.index()))));
    for (Measurements.ZScore score : parts.zScores) {
      for (String element :
          List.of(score.rule().weight(), score.rule().length(), score.rule().position())) {
        if (!element.isEmpty()) {
          parts.used.set(slot(element));
        }
      }
    }
    for (String always : List.of("age-months", "age-days", "sex", "weight")) {
      dictionary.element(always).ifPresent(element -> parts.used.set(element.index()));
    }
  }

  private int slot(String element) {
    return dictionary.element(element).orElseThrow().index();
  }

  /** How a slot is called in messages. */
  String slotName(int slot) {
    if (slot < parts.elements) {
      return dictionary.elements().get(slot).id();
    }
    return parts.alternatives.stream()
        .filter(alternative -> alternative.target() == slot)
        .map(Alternative::name)
        .findFirst()
        .orElse("row " + (slot - parts.elements));
  }
}
