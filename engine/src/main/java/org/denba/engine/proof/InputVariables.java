package org.denba.engine.proof;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import org.logicng.formulas.Variable;

/**
 * What was said of one input, in variables of the solver. A quantity that is known as an interval
 * has one variable for each region in which its lower end can lie, and one for its upper end.
 */
final class InputVariables {

  private final FormulaFactory f;
  private final Input input;
  private final Variable[] said;
  private final Variable[] low;
  private final Variable[] high;
  private final int[][] stateOf;

  InputVariables(FormulaFactory f, Input input, String copy) {
    this.f = f;
    this.input = input;
    String name = copy + input.kind() + ":" + input.name();
    this.said = new Variable[input.states().size()];
    this.low = new Variable[input.regions()];
    this.high = new Variable[input.regions()];
    this.stateOf = new int[input.regions()][input.regions()];
    for (int i = 0; i < said.length; i++) {
      InputState state = input.states().get(i);
      if (state.low() < 0) {
        said[i] = f.variable(name + "=" + i);
      } else {
        stateOf[state.low()][state.high()] = i;
      }
    }
    for (int i = 0; i < low.length; i++) {
      low[i] = f.variable(name + ">" + i);
      high[i] = f.variable(name + "<" + i);
    }
  }

  Input input() {
    return input;
  }

  /** Exactly one thing is said. */
  Formula constraint() {
    List<Variable> lows = new ArrayList<>();
    List<Variable> highs = new ArrayList<>();
    for (Variable variable : said) {
      if (variable != null) {
        lows.add(variable);
        highs.add(variable);
      }
    }
    if (low.length == 0) {
      return f.exo(lows);
    }
    lows.addAll(List.of(low));
    highs.addAll(List.of(high));
    List<Formula> all = new ArrayList<>(List.of(f.exo(lows), f.exo(highs)));
    for (int i = 0; i < low.length; i++) {
      all.add(f.implication(low[i], f.or(List.of(high).subList(i, high.length))));
    }
    return f.and(all);
  }

  Formula is(int state) {
    InputState wanted = input.states().get(state);
    return said[state] != null ? said[state] : f.and(low[wanted.low()], high[wanted.high()]);
  }

  /** One of these things is said. */
  Formula any(BitSet states) {
    if (states.cardinality() == said.length) {
      return f.verum();
    }
    List<Formula> ways = new ArrayList<>();
    List<Formula> others = new ArrayList<>();
    for (int i = 0; i < said.length; i++) {
      if (said[i] != null) {
        (states.get(i) ? ways : others).add(said[i]);
      }
    }
    if (low.length == 0) {
      return ways.size() > others.size() ? f.not(f.or(others)) : f.or(ways);
    }
    ways.add(values(states));
    return f.or(ways);
  }

  /** The part of {@link #any} that concerns values of a quantity. */
  private Formula values(BitSet states) {
    Set<Integer> lows = new TreeSet<>();
    Set<Integer> highs = new TreeSet<>();
    int pairs = 0;
    for (int i = 0; i < low.length; i++) {
      for (int j = i; j < low.length; j++) {
        if (states.get(stateOf[i][j])) {
          lows.add(i);
          highs.add(j);
          pairs++;
        }
      }
    }
    if (pairs == lows.stream().mapToInt(i -> low.length - i).sum()) {
      return f.or(lows.stream().map(i -> low[i]).toList());
    }
    if (pairs == highs.stream().mapToInt(j -> j + 1).sum()) {
      return f.or(highs.stream().map(j -> high[j]).toList());
    }
    List<Formula> ways = new ArrayList<>();
    states.stream().filter(i -> said[i] == null).forEach(i -> ways.add(is(i)));
    return f.or(ways);
  }

  /** There is a value of which no more can be known. */
  Formula exact() {
    BitSet exact = new BitSet();
    for (int i = 0; i < said.length; i++) {
      exact.set(i, input.states().get(i).kind() == InputState.Kind.EXACT);
    }
    return any(exact);
  }

  /** There is a value, however vague. */
  Formula value() {
    BitSet value = new BitSet();
    for (int i = 0; i < said.length; i++) {
      value.set(i, input.states().get(i).isValue());
    }
    return any(value);
  }

  /** The other copy knows less: nothing, or an interval around this one. */
  Formula tellsMoreThan(InputVariables other) {
    if (low.length == 0) {
      return other.is(input.blank());
    }
    List<Formula> around = new ArrayList<>(List.of(value(), other.value()));
    for (int i = 0; i < low.length; i++) {
      around.add(f.implication(other.low[i], f.or(List.of(low).subList(i, low.length))));
      around.add(f.implication(other.high[i], f.or(List.of(high).subList(0, i + 1))));
    }
    return f.or(other.is(input.blank()), f.and(around));
  }

  /** What a solution says. */
  int in(Solution solution) {
    for (int i = 0; i < said.length; i++) {
      if (said[i] != null && solution.holds(said[i])) {
        return i;
      }
    }
    int from = -1;
    int to = -1;
    for (int i = 0; i < low.length; i++) {
      from = solution.holds(low[i]) ? i : from;
      to = solution.holds(high[i]) ? i : to;
    }
    return from < 0 || to < from ? Math.max(0, input.blank()) : stateOf[from][to];
  }
}
