package org.denba.engine.proof;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.denba.engine.condition.Condition;
import org.denba.engine.protocol.ActionRule;
import org.denba.engine.protocol.Alternative;
import org.denba.engine.protocol.Chart;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.protocol.Row;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;

/** How the questions, and what stands beside the rows, differ between two readings. */
final class QuestionDifferences {

  private final TwoReadings two;
  private final InputSpace space;
  private final Encoding was;
  private final Encoding is;
  private final FormulaFactory f;
  private final Set<Input> inputs;

  QuestionDifferences(TwoReadings two) {
    this.two = two;
    this.space = two.space();
    this.was = two.was();
    this.is = two.is();
    this.f = two.was().formulas();
    this.inputs = two.inputs();
  }

  /** Whether a question arises that nobody answered, while something is open. */
  void find(Set<Integer> touched, List<Formula> ways) {
    List<Formula> open = new ArrayList<>();
    for (Chart.SubChart subChart : was.protocol().subCharts()) {
      for (Row row : subChart.rows()) {
        if (touched.contains(row.slot())) {
          open.add(two.isOpen(was, subChart, row));
        }
      }
    }
    for (int slot = 0; slot < space.dictionary().size(); slot++) {
      int guard = was.protocol().guardOf(slot);
      int then = is.protocol().guardOf(slot);
      if (guard < 0
          || !touched.contains(guard)
              && then >= 0
              && Reach.rules(was.protocol(), guard).equals(Reach.rules(is.protocol(), then))) {
        continue;
      }
      BitSet guards = new BitSet();
      guards.set(guard);
      inputs.addAll(was.dependencies().leaves(guards));
      if (then >= 0) {
        BitSet guardsThen = new BitSet();
        guardsThen.set(then);
        inputs.addAll(is.dependencies().leaves(guardsThen));
      }
      inputs.add(space.finding(slot));
      Formula asked = two.differ(was.slot(guard, true), then < 0 ? f.verum() : is.slot(then, true));
      ways.add(
          f.and(
              was.search().variables(space.finding(slot)).is(0),
              asked,
              f.or(open),
              f.or(wanted(was, slot), wanted(is, slot))));
    }
  }

  /** An open rule could ask for this element, for itself or for one that asks in turn. */
  private Formula wanted(Encoding in, int element) {
    Map<Integer, Formula> known = new HashMap<>();
    return f.or(
        askedThrough(in.protocol(), element).stream()
            .map(slot -> wanted(in, slot, known))
            .toList());
  }

  private Formula wanted(Encoding in, int slot, Map<Integer, Formula> known) {
    if (known.containsKey(slot)) {
      return known.get(slot);
    }
    known.put(slot, f.falsum());
    List<Formula> ways = new ArrayList<>();
    for (Alternative rule : in.protocol().alternatives()) {
      boolean reads =
          rule.conditions().stream()
              .flatMap(condition -> Leaves.slots(condition).stream())
              .anyMatch(read -> read == slot);
      if (reads) {
        ways.add(
            f.and(
                in.alternative(rule, true),
                f.not(in.alternative(rule, false)),
                asksInTurn(in, rule, known)));
      }
    }
    Formula wanted = f.or(ways);
    known.put(slot, wanted);
    return wanted;
  }

  /** A row or a question asks; a derived sign only where it is not settled, for what reads it. */
  private Formula asksInTurn(Encoding in, Alternative rule, Map<Integer, Formula> known) {
    int target = rule.target();
    if (target >= space.dictionary().size()) {
      return f.verum();
    }
    Formula wanted = wanted(in, target, known);
    return in.protocol().isDerivedCode(target)
        ? wanted
        : f.and(wanted, f.not(in.slot(target, false)));
  }

  /** What is looked at where this element is asked: itself, or what is worked out of it. */
  private Set<Integer> askedThrough(Protocol protocol, int element) {
    Set<Integer> slots = new HashSet<>(Set.of(element));
    String id = space.dictionary().elements().get(element).id();
    protocol.closings().stream()
        .filter(closing -> closing.whenKnown() == element)
        .forEach(closing -> slots.add(closing.slot()));
    protocol.measurements().zScores().stream()
        .filter(score -> List.of(score.rule().weight(), score.rule().length()).contains(id))
        .forEach(score -> slots.add(score.slot()));
    protocol.measurements().daysSince().stream()
        .filter(since -> since.dateSlot() == element)
        .forEach(since -> slots.add(since.slot()));
    for (int slot = 0; slot < space.dictionary().size(); slot++) {
      int at = slot;
      protocol
          .measurements()
          .vaccines()
          .filter(s -> s.restsOn(at).stream().anyMatch(each -> each.index() == element))
          .ifPresent(s -> slots.add(at));
    }
    return slots;
  }

  /** What keeps a chart provisional, and what is given before a referral. */
  void beside(List<Formula> ways) {
    Protocol one = was.protocol();
    Protocol other = is.protocol();
    for (Chart chart : one.charts()) {
      one.provisionalWhile(chart.id()).ifPresent(condition -> sameReading(condition, true, ways));
    }
    for (ActionRule action : one.actions()) {
      one.beforeReferralIf(action.action())
          .filter(condition -> other.beforeReferralIf(action.action()).isPresent())
          .ifPresent(condition -> sameReading(condition, false, ways));
    }
  }

  private void sameReading(Condition condition, boolean possible, List<Formula> ways) {
    Formula way = two.differ(was.condition(condition, possible), is.condition(condition, possible));
    if (!way.equals(f.falsum())) {
      two.note(List.of(condition), was);
      two.note(List.of(condition), is);
      ways.add(way);
    }
  }
}
