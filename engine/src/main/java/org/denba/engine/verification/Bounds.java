package org.denba.engine.verification;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.denba.engine.condition.AllOf;
import org.denba.engine.condition.AnyOf;
import org.denba.engine.condition.Compare;
import org.denba.engine.condition.Condition;
import org.denba.engine.condition.Reported;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.protocol.ActionRule;
import org.denba.engine.protocol.Alternative;
import org.denba.engine.protocol.Chart;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.protocol.Row;

/** Finds every number in the charts, derived signs and actions of a protocol. */
public final class Bounds {

  /** The steps of units that are not counted in whole ones. */
  private static final Map<String, Double> STEPS =
      Map.of("Cel", 0.1, "{Zscore}", 0.01, "mmol/L", 0.1, "kg", 0.1);

  private final Protocol protocol;
  private final DataDictionary dictionary;
  private final Map<String, Set<Integer>> readByChart = new LinkedHashMap<>();

  private Bounds(Protocol protocol, DataDictionary dictionary) {
    this.protocol = protocol;
    this.dictionary = dictionary;
    for (Chart chart : protocol.charts()) {
      Set<Integer> read = new HashSet<>();
      chart.rows().forEach(row -> row.lines().forEach(line -> collect(line.alternative(), read)));
      readByChart.put(chart.id(), read);
    }
  }

  /** The numbers of a protocol in the order of its rules, actions last. */
  public static List<Bound> of(Protocol protocol, DataDictionary dictionary) {
    Bounds bounds = new Bounds(protocol, dictionary);
    return Stream.concat(bounds.ofRules(), bounds.ofActions()).toList();
  }

  private Stream<Bound> ofRules() {
    return protocol.alternatives().stream()
        .filter(rule -> protocol.guardedBy(rule.target()) < 0)
        .flatMap(
            rule ->
                bounds(
                    charts(rule.target()),
                    rule.where() + " " + rule.name(),
                    rule.conditions(),
                    null));
  }

  private Stream<Bound> ofActions() {
    return protocol.actions().stream()
        .filter(action -> action.when() != null)
        .flatMap(
            action ->
                bounds(
                    action.rows().stream().map(Row::chart).collect(Collectors.toSet()),
                    "actions.csv "
                        + (action.forAll() ? "*" : action.rows().get(0).id())
                        + " "
                        + action.action(),
                    action.when() instanceof AllOf all ? all.parts() : List.of(action.when()),
                    action));
  }

  private Stream<Bound> bounds(
      Set<String> charts, String rule, List<Condition> conditions, ActionRule action) {
    return conditions.stream()
        .flatMap(
            part ->
                compares(part)
                    .map(
                        compare ->
                            new Bound(
                                charts,
                                rule,
                                compare,
                                step(compare),
                                part,
                                conditions.stream().filter(other -> other != part).toList(),
                                action)));
  }

  private static Stream<Compare> compares(Condition condition) {
    if (condition instanceof Compare compare) {
      return Stream.of(compare);
    }
    if (condition instanceof Reported reported) {
      return compares(reported.sign());
    }
    if (condition instanceof AllOf all) {
      return all.parts().stream().flatMap(Bounds::compares);
    }
    return condition instanceof AnyOf any
        ? any.parts().stream().flatMap(Bounds::compares)
        : Stream.empty();
  }

  private double step(Compare compare) {
    return STEPS.getOrDefault(dictionary.elements().get(compare.slot()).unit(), 1.0);
  }

  /** The chart of a row, or every chart that reads a derived sign. */
  private Set<String> charts(int target) {
    for (Row row : protocol.rows()) {
      if (row.slot() == target) {
        return Set.of(row.chart());
      }
    }
    return readByChart.entrySet().stream()
        .filter(chart -> chart.getValue().contains(target))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private void collect(Alternative rule, Set<Integer> read) {
    rule.conditions().forEach(condition -> condition.reads(slot -> collect(slot, read)));
  }

  private void collect(int slot, Set<Integer> read) {
    // a row that another chart reads is that chart's own
    if (slot < dictionary.size() && read.add(slot)) {
      protocol.alternativesOf(slot).forEach(rule -> collect(rule, read));
    }
  }
}
