package org.denba.engine.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.denba.engine.assessment.ParameterValues;
import org.denba.engine.condition.Compare;
import org.denba.engine.condition.Condition;
import org.denba.engine.condition.NotDone;
import org.denba.engine.condition.Reported;
import org.denba.engine.condition.Threshold;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.protocol.Alternative;
import org.denba.engine.protocol.Closing;
import org.denba.engine.protocol.Parameter;
import org.denba.engine.protocol.Protocol;

/**
 * The inputs of one protocol, or of several that are compared, each with the finite number of
 * things that can be said of it. Two values that no rule tells apart are one.
 */
public final class InputSpace {

  private final DataDictionary dictionary;
  private final List<Protocol> protocols;
  private final SortedSet<Double>[] bounds;
  private final Map<Integer, Set<String>> reasons = new TreeMap<>();
  private final Map<String, Set<Object>> parameterValues = new LinkedHashMap<>();
  private final Map<Integer, Input> findings = new LinkedHashMap<>();
  private final Map<String, Input> others = new LinkedHashMap<>();

  @SuppressWarnings("unchecked")
  private InputSpace(
      List<Protocol> protocols, DataDictionary dictionary, List<Condition> conditions) {
    this.dictionary = dictionary;
    this.protocols = protocols;
    this.bounds = new SortedSet[dictionary.size()];
    Arrays.setAll(bounds, i -> new TreeSet<Double>());
    protocols.forEach(p -> p.parameters().forEach(this::parameter));
    for (Protocol protocol : protocols) {
      for (Alternative alternative : protocol.alternatives()) {
        alternative.conditions().forEach(condition -> note(condition, protocol));
      }
      for (Closing closing : protocol.closings()) {
        reasons.computeIfAbsent(closing.slot(), s -> new TreeSet<>()).addAll(closing.reasons());
        if (closing.unless() != null) {
          note(closing.unless(), protocol);
        }
      }
    }
    conditions.forEach(condition -> note(condition, protocols.get(0)));
  }

  /** The inputs of one protocol. */
  public static InputSpace of(Protocol protocol, DataDictionary dictionary) {
    return new InputSpace(List.of(protocol), dictionary, List.of());
  }

  /**
   * The inputs of several readings of one protocol, cut at the bounds of all of them.
   *
   * @param protocols readings of one protocol with the same data dictionary
   */
  public static InputSpace of(List<Protocol> protocols, DataDictionary dictionary) {
    return new InputSpace(List.copyOf(protocols), dictionary, List.of());
  }

  /**
   * The inputs of a protocol, cut also at the bounds of other conditions in its words.
   *
   * @param conditions conditions that the protocol itself does not hold
   */
  public static InputSpace of(
      Protocol protocol, DataDictionary dictionary, List<Condition> conditions) {
    return new InputSpace(List.of(protocol), dictionary, conditions);
  }

  DataDictionary dictionary() {
    return dictionary;
  }

  private void parameter(Parameter parameter) {
    Set<Object> values =
        parameterValues.computeIfAbsent(parameter.id(), id -> new LinkedHashSet<>());
    values.add(parameter.defaultValue());
    values.addAll(parameter.alternatives());
    if (protocols.size() > 1) {
      // what a change does is asked for every value that a request may set
      parameter.range().ifPresent(range -> values.addAll(List.of(range.low(), range.high())));
    }
    if (parameter.inCommunity() != null) {
      values.add(parameter.inCommunity());
    }
  }

  private void note(Condition condition, Protocol protocol) {
    Leaves.each(
        condition,
        leaf -> {
          Compare compare = Leaves.comparison(leaf);
          if (compare != null) {
            thresholds(compare.threshold(), protocol, bounds[compare.slot()]);
          }
          Condition sign = leaf instanceof Reported reported ? reported.sign() : leaf;
          if (sign instanceof NotDone notDone) {
            reasons.computeIfAbsent(notDone.slot(), s -> new TreeSet<>()).addAll(notDone.reasons());
          }
        });
  }

  private void thresholds(Threshold threshold, Protocol protocol, Set<Double> into) {
    if (threshold instanceof Threshold.Fixed fixed) {
      into.add(fixed.number());
    } else if (threshold instanceof Threshold.Parameter parameter) {
      for (Object value : parameterValues.get(protocol.defaults().id(parameter.index()))) {
        if (value instanceof Number number) {
          into.add(number.doubleValue());
        }
      }
    }
  }

  /** The input of a data element that no rule derives. */
  Input finding(int slot) {
    return findings.computeIfAbsent(
        slot,
        s ->
            FindingStates.of(
                dictionary.elements().get(s),
                protocols,
                bounds[s],
                reasons.getOrDefault(s, Set.of())));
  }

  Input parameter(String id) {
    return others.computeIfAbsent(
        "parameter " + id,
        key ->
            new Input(
                id,
                Input.Kind.PARAMETER,
                parameterValues.get(id).stream()
                    .map(value -> said(ParameterValues.text(value)))
                    .toList(),
                0));
  }

  /** The numbers that a parameter may have, as far as the space tells them apart. */
  List<Double> numbers(String id) {
    return parameterValues.get(id).stream()
        .filter(Number.class::isInstance)
        .map(value -> ((Number) value).doubleValue())
        .toList();
  }

  /** The value of a parameter in one of its states. */
  Object parameterValue(String id, int state) {
    return new ArrayList<>(parameterValues.get(id)).get(state);
  }

  Input setting() {
    return other("setting", Input.Kind.SETTING, Request.SETTINGS);
  }

  Input visit() {
    return other("visit", Input.Kind.VISIT, Request.VISITS);
  }

  Input earlier(String row) {
    return other("earlier " + row, Input.Kind.EARLIER, List.of("no", "yes"));
  }

  private Input other(String name, Input.Kind kind, List<String> words) {
    return others.computeIfAbsent(
        name, n -> new Input(n, kind, words.stream().map(InputSpace::said).toList(), 0));
  }

  private static InputState said(String words) {
    return InputState.of(words, InputState.Kind.EXACT, a -> {});
  }
}
