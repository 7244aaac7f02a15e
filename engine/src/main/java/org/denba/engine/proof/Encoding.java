package org.denba.engine.proof;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.denba.engine.condition.AllOf;
import org.denba.engine.condition.AnyOf;
import org.denba.engine.condition.Condition;
import org.denba.engine.condition.CountYes;
import org.denba.engine.condition.Either;
import org.denba.engine.protocol.Alternative;
import org.denba.engine.protocol.Chart;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.protocol.Row;
import org.denba.engine.protocol.Urgency;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;

/**
 * What a protocol's rules say of every patient of a space, as formulas. What one predicate says of
 * one answer is asked of the predicate itself; only "all of", "any of", "at least k of", "either"
 * and the order of the rows are put together here.
 */
public final class Encoding {

  private final PatientSearch search;
  private final InputSpace space;
  private final Protocol protocol;
  private final String name;
  private final FormulaFactory f;
  private final Encoding base;
  private final Input changed;
  private final InputVariables second;
  private final Set<Integer> touched;
  private final PredicateTables tables;
  private final RowOrder order;
  private final Dependencies dependencies;

  Encoding(PatientSearch search, InputSpace space, Protocol protocol, String name) {
    this.search = search;
    this.space = space;
    this.protocol = protocol;
    this.name = name;
    this.f = search.formulas();
    this.base = null;
    this.changed = null;
    this.second = null;
    this.touched = Set.of();
    this.dependencies = new Dependencies(protocol, space);
    this.tables = new PredicateTables(protocol, space, this);
    this.order = new RowOrder(this);
  }

  private Encoding(Encoding base, Input changed, String copy) {
    this.search = base.search;
    this.space = base.space;
    this.protocol = base.protocol;
    this.name = copy + base.name;
    this.f = base.f;
    this.base = base;
    this.changed = changed;
    this.second = search.fresh(changed, copy);
    this.dependencies = base.dependencies;
    this.touched = dependencies.touchedBy(changed);
    this.tables = new PredicateTables(protocol, space, this);
    this.order = new RowOrder(this);
  }

  /** The same patients with one thing said otherwise. */
  Encoding changed(Input input, String copy) {
    return new Encoding(this, input, copy);
  }

  /** Defines everything that the rules say, before copies are made. */
  void complete() {
    for (boolean possible : new boolean[] {false, true}) {
      for (Alternative alternative : protocol.alternatives()) {
        alternative(alternative, possible);
      }
      for (int slot = 0; slot < protocol.slots(); slot++) {
        if (!protocol.alternativesOf(slot).isEmpty()) {
          slot(slot, possible);
          if (protocol.isDerivedCode(slot)) {
            for (int i = 0; i < space.dictionary().elements().get(slot).codes().size(); i++) {
              code(slot, i, possible);
            }
          }
        }
      }
    }
    for (Chart.SubChart subChart : protocol.subCharts()) {
      for (Urgency urgency : Urgency.values()) {
        order.proves(subChart, urgency);
        order.couldBe(subChart, urgency);
      }
    }
  }

  public Protocol protocol() {
    return protocol;
  }

  PatientSearch search() {
    return search;
  }

  Dependencies dependencies() {
    return dependencies;
  }

  FormulaFactory formulas() {
    return f;
  }

  /** What is said of the input in this copy. */
  InputVariables variables(Input input) {
    return input.equals(changed) ? second : search.variables(input);
  }

  /** The slots of which this copy may say something else than the one that it was made from. */
  Set<Integer> touched() {
    return touched;
  }

  private boolean isShared(int slot) {
    return base != null && !touched.contains(slot);
  }

  Formula condition(Condition condition, boolean possible) {
    if (condition instanceof AllOf all) {
      return f.and(all.parts().stream().map(part -> condition(part, possible)).toList());
    }
    if (condition instanceof AnyOf any) {
      return f.or(any.parts().stream().map(part -> condition(part, possible)).toList());
    }
    if (condition instanceof CountYes count) {
      List<Formula> signs = count.signs().stream().map(sign -> condition(sign, possible)).toList();
      return atLeast(count.atLeast(), signs, 0, new HashMap<>());
    }
    if (condition instanceof Either either) {
      Formula one = f.or(condition(either.first(), false), condition(either.second(), false));
      return possible
          ? f.or(one, f.and(condition(either.first(), true), condition(either.second(), true)))
          : one;
    }
    return tables.predicate(condition, possible);
  }

  private Formula atLeast(int k, List<Formula> signs, int from, Map<List<Integer>, Formula> done) {
    if (k == 0) {
      return f.verum();
    }
    if (signs.size() - from < k) {
      return f.falsum();
    }
    List<Integer> key = List.of(k, from);
    Formula before = done.get(key);
    if (before == null) {
      before =
          f.or(
              f.and(signs.get(from), atLeast(k - 1, signs, from + 1, done)),
              atLeast(k, signs, from + 1, done));
      done.put(key, before);
    }
    return before;
  }

  private Formula all(List<Condition> conditions, boolean possible) {
    return f.and(conditions.stream().map(c -> condition(c, possible)).toList());
  }

  private static String reading(boolean possible) {
    return possible ? "?" : "!";
  }

  /** A line of a chart, a rule of a derived sign or a guard. */
  Formula alternative(Alternative alternative, boolean possible) {
    if (isShared(alternative.target())) {
      return base.alternative(alternative, possible);
    }
    String key = "line " + alternative.index() + reading(possible);
    return known(key, () -> all(alternative.conditions(), possible));
  }

  /** A derived sign, a row or a guard: one of its rules holds. */
  Formula slot(int slot, boolean possible) {
    if (isShared(slot)) {
      return base.slot(slot, possible);
    }
    boolean reads = possible && !protocol.isProvedOnly(slot);
    return known(
        "slot " + slot + reading(possible),
        () ->
            f.or(
                protocol.alternativesOf(slot).stream()
                    .map(alternative -> alternative(alternative, reads))
                    .toList()));
  }

  /** One code of a derived code. */
  Formula code(int slot, int code, boolean possible) {
    if (isShared(slot)) {
      return base.code(slot, code, possible);
    }
    return known(
        "code " + slot + "/" + code + reading(possible),
        () ->
            f.or(
                protocol.alternativesOf(slot).stream()
                    .filter(alternative -> alternative.code() == code)
                    .map(alternative -> alternative(alternative, possible))
                    .toList()));
  }

  Formula known(String key, Supplier<Formula> formula) {
    return search.define(name + key, formula);
  }

  Formula row(Row row, boolean possible) {
    return slot(row.slot(), possible);
  }

  /**
   * Whether two lists of conditions say the same of every patient, in both readings.
   *
   * @param first conditions that must all hold
   * @param second the same of the other
   */
  public boolean isEquivalent(List<Condition> first, List<Condition> second) {
    for (boolean possible : new boolean[] {false, true}) {
      Formula one = all(first, possible);
      Formula other = all(second, possible);
      if (search.find(f.or(f.and(one, f.not(other)), f.and(other, f.not(one)))).isPresent()) {
        return false;
      }
    }
    return true;
  }

  /**
   * A patient for whom a row is proved, with as little said as possible.
   *
   * @return empty when no patient ever gets it
   */
  public Optional<Patient> whoGets(Row row) {
    return order.who(row, true);
  }

  /** A patient for whom a row is possible and not proved, with as little said as possible. */
  public Optional<Patient> whoMayGet(Row row) {
    return order.who(row, false);
  }

  /** The order of the rows in their sub-charts. */
  RowOrder order() {
    return order;
  }

  /** Everything said of this element is known for good: a value, a closed or needless question. */
  Formula isAssessed(Input input) {
    return tables.assessed(input);
  }

  /** It was said to be not done, in a way that leaves the question as open as before. */
  Formula isLeftOpen(Input input) {
    return tables.leftOpen(input);
  }

  /** The question of this element does not arise. */
  Formula isNotNeeded(Input input) {
    return tables.notNeeded(input);
  }
}
