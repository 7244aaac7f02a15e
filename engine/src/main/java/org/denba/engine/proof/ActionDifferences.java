package org.denba.engine.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.denba.engine.condition.Condition;
import org.denba.engine.protocol.ActionRule;
import org.denba.engine.protocol.Chart;
import org.denba.engine.protocol.Row;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;

/** How what is to be done differs between two readings of a protocol. */
final class ActionDifferences {

  private final TwoReadings two;
  private final Encoding was;
  private final Encoding is;
  private final FormulaFactory f;
  private final Set<Input> inputs;

  ActionDifferences(TwoReadings two) {
    this.two = two;
    this.was = two.was();
    this.is = two.is();
    this.f = two.was().formulas();
    this.inputs = two.inputs();
  }

  /** An action of a row that is proved: it is wanted in one and not in the other. */
  void find(Set<Integer> touched, List<Formula> ways) {
    List<ActionRule> one = new ArrayList<>(was.protocol().actions());
    List<ActionRule> other = new ArrayList<>(is.protocol().actions());
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      if (one.size() > other.size() && !alike(one.get(i), other.get(i))) {
        other.add(i, null);
      }
    }
    for (int i = 0; i < one.size(); i++) {
      ActionRule action = one.get(i);
      ActionRule then = i < other.size() ? other.get(i) : null;
      boolean reached =
          conditions(action).stream()
              .flatMap(c -> Leaves.slots(c).stream())
              .anyMatch(touched::contains);
      if (!reached && then != null && same(action, then)) {
        continue;
      }
      Formula applies = isFirst(was, one, i);
      Formula appliesNow = then == null ? f.falsum() : isFirst(is, other, i);
      List<Formula> proved = new ArrayList<>();
      for (Chart.SubChart subChart : was.protocol().subCharts()) {
        for (Row row : subChart.rows()) {
          if (action.forAll() || action.rows().contains(row)) {
            inputs.addAll(was.dependencies().leaves(Dependencies.slots(subChart)));
            if (!action.forAll()) {
              proved.add(was.order().wins(subChart, row));
            }
          }
        }
      }
      Formula concerned = action.forAll() ? sentHome() : f.or(proved);
      boolean otherwise = then != null && !saysSame(action, then);
      ways.add(f.and(otherwise ? applies : two.differ(applies, appliesNow), concerned));
    }
  }

  /** It applies, and no line before it that asks for the same for the same rows. */
  private Formula isFirst(Encoding in, List<ActionRule> lines, int at) {
    ActionRule action = lines.get(at);
    two.note(conditions(action), in);
    List<Formula> all = new ArrayList<>();
    all.add(applies(in, action));
    for (int i = 0; i < at; i++) {
      ActionRule earlier = lines.get(i);
      if (earlier != null
          && earlier.action().equals(action.action())
          && ids(earlier).equals(ids(action))) {
        two.note(conditions(earlier), in);
        all.add(f.not(applies(in, earlier)));
      }
    }
    return f.and(all);
  }

  /** A green row is proved and nothing is open. */
  private Formula sentHome() {
    List<Formula> all = new ArrayList<>();
    List<Formula> green = new ArrayList<>();
    for (Chart.SubChart subChart : was.protocol().subCharts()) {
      for (Row row : subChart.rows()) {
        if (row.isGreen()) {
          green.add(was.order().wins(subChart, row));
        } else if (row.classifies()) {
          all.add(f.not(was.row(row, true)));
        }
      }
    }
    all.add(f.or(green));
    return f.and(all);
  }

  private static boolean alike(ActionRule one, ActionRule other) {
    return one.action().equals(other.action())
        && ids(one).equals(ids(other))
        && conditions(one).equals(conditions(other))
        && saysSame(one, other);
  }

  private static List<String> ids(ActionRule action) {
    return action.rows().stream().map(Row::id).toList();
  }

  private static boolean same(ActionRule one, ActionRule other) {
    return conditions(one).equals(conditions(other))
        && (one.when() == null) == (other.when() == null)
        && (one.unless() == null) == (other.unless() == null)
        && saysSame(one, other);
  }

  private static boolean saysSame(ActionRule one, ActionRule other) {
    return one.days().equals(other.days())
        && one.hours().equals(other.hours())
        && one.text().equals(other.text())
        && one.extent() == other.extent();
  }

  private static List<Condition> conditions(ActionRule action) {
    List<Condition> all = new ArrayList<>();
    for (Condition each :
        new Condition[] {action.when(), action.unless(), action.unlessPossible()}) {
      if (each != null) {
        all.add(each);
      }
    }
    return all;
  }

  private Formula applies(Encoding in, ActionRule action) {
    List<Formula> all = new ArrayList<>();
    if (action.when() != null) {
      all.add(in.condition(action.when(), false));
    }
    if (action.unless() != null) {
      all.add(f.not(in.condition(action.unless(), false)));
    }
    if (action.unlessPossible() != null) {
      all.add(f.not(in.condition(action.unlessPossible(), true)));
    }
    return f.and(all);
  }
}
