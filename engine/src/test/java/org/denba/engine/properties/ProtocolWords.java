package org.denba.engine.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.denba.engine.assessment.Interval;
import org.denba.engine.condition.AllOf;
import org.denba.engine.condition.AnyOf;
import org.denba.engine.condition.Compare;
import org.denba.engine.condition.Condition;
import org.denba.engine.condition.CountYes;
import org.denba.engine.condition.Reported;
import org.denba.engine.condition.Threshold;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.dictionary.ElementType;
import org.denba.engine.protocol.ActionRule;
import org.denba.engine.protocol.Measurements;
import org.denba.engine.protocol.Parameter;
import org.denba.engine.protocol.Protocol;

/**
 * What a protocol looks at, taken from its rules: the elements that somebody collects, and the
 * numbers at which a quantity changes the answer. So tests follow the rule files and hold no
 * clinical fact of their own.
 */
final class ProtocolWords {

  private final Protocol protocol;
  private final DataDictionary dictionary;
  private final List<DataElement> elements;
  private final Map<String, SortedSet<Double>> bounds = new TreeMap<>();

  ProtocolWords(Protocol protocol, DataDictionary dictionary) {
    this.protocol = protocol;
    this.dictionary = dictionary;
    this.elements =
        dictionary.elements().stream()
            .filter(e -> !e.derived() && protocol.uses(e.index()))
            .filter(e -> e.type() != ElementType.LIST)
            .toList();
    everyCondition(condition -> leaves(condition, this::bound));
  }

  /** The elements that are collected and that a rule, an action or an intake rule looks at. */
  List<DataElement> elements() {
    return elements;
  }

  /** The numbers with which an element (or the days since a date) is compared. */
  SortedSet<Double> bounds(DataElement element) {
    for (Measurements.DaysSince days : protocol.measurements().daysSince()) {
      if (days.dateSlot() == element.index()) {
        return bounds(dictionary.elements().get(days.slot()));
      }
    }
    return bounds.getOrDefault(element.id(), new TreeSet<>());
  }

  /** The parameters that a request may set to more than one value. */
  List<Parameter> parameters() {
    return protocol.parameters().stream()
        .filter(p -> !p.alternatives().isEmpty() || p.range().isPresent())
        .toList();
  }

  /** The values that a parameter can have: default, alternatives, ends of its range. */
  static List<Object> values(Parameter parameter) {
    List<Object> values = new ArrayList<>();
    values.add(parameter.defaultValue());
    values.addAll(parameter.alternatives());
    parameter.range().ifPresent(range -> values.addAll(List.of(range.low(), range.high())));
    return values.stream().distinct().toList();
  }

  /**
   * The values of an element that are never used: just outside, and far outside, what is allowed.
   */
  static List<Double> outside(Interval allowed) {
    return List.of(
        Math.nextDown(allowed.low()),
        allowed.low() - 1,
        allowed.low() - 1e6,
        Math.nextUp(allowed.high()),
        allowed.high() + 1,
        allowed.high() + 1e6);
  }

  private void everyCondition(Consumer<Condition> consumer) {
    protocol.alternatives().forEach(a -> a.conditions().forEach(consumer));
    for (ActionRule action : protocol.actions()) {
      for (Condition c :
          new Condition[] {action.when(), action.unless(), action.unlessPossible()}) {
        if (c != null) {
          consumer.accept(c);
        }
      }
    }
  }

  static void leaves(Condition condition, Consumer<Condition> leaf) {
    if (condition instanceof AllOf all) {
      all.parts().forEach(part -> leaves(part, leaf));
    } else if (condition instanceof AnyOf any) {
      any.parts().forEach(part -> leaves(part, leaf));
    } else if (condition instanceof CountYes count) {
      count.signs().forEach(sign -> leaves(sign, leaf));
    } else if (condition instanceof Reported reported) {
      leaves(reported.sign(), leaf);
    } else {
      leaf.accept(condition);
    }
  }

  private void bound(Condition leaf) {
    if (leaf instanceof Compare compare) {
      SortedSet<Double> of = bounds.computeIfAbsent(compare.id(), id -> new TreeSet<>());
      if (compare.threshold() instanceof Threshold.Fixed fixed) {
        of.add(fixed.number());
      } else if (compare.threshold() instanceof Threshold.Parameter named) {
        values(protocol.parameter(named.id()).orElseThrow())
            .forEach(value -> of.add(((Number) value).doubleValue()));
      }
    }
  }
}
