package org.denba.engine.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.denba.engine.condition.Condition;
import org.denba.engine.protocol.ActionRule;
import org.denba.engine.protocol.Chart;
import org.denba.engine.protocol.Colour;
import org.denba.engine.protocol.DayCount;
import org.denba.engine.protocol.Row;
import org.denba.engine.protocol.Urgency;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;

/** How what is to be done differs between two readings of a protocol. */
final class ActionDifferences {

  private final TwoReadings two;
  private final Encoding was;
  private final Encoding is;
  private final FormulaFactory f;
  private final Set<Input> inputs;
  private final Set<String> beforeReferral;

  /**
   * @param beforeReferral the treatments that are given before an urgent referral whatever asks for
   *     them
   */
  ActionDifferences(TwoReadings two, Set<String> beforeReferral) {
    this.beforeReferral = beforeReferral;
    this.two = two;
    this.was = two.was();
    this.is = two.is();
    this.f = two.was().formulas();
    this.inputs = two.inputs();
  }

  /**
   * What an action line asks for, and for whom: lines that say the same may stand in for another.
   */
  private record Wish(
      List<String> rows,
      String action,
      List<DayCount> days,
      String hours,
      String text,
      ActionRule.Extent extent) {

    static Wish of(ActionRule line) {
      return new Wish(
          ids(line), line.action(), line.days(), line.hours(), line.text(), line.extent());
    }

    boolean isAskedBy(ActionRule line) {
      return action.equals(line.action()) && rows.equals(ids(line));
    }
  }

  /** An action of a row that is proved: it is wanted in one and not in the other. */
  void find(Set<Integer> touched, List<Formula> ways) {
    List<ActionRule> one = was.protocol().actions();
    List<ActionRule> other = is.protocol().actions();
    Map<Wish, ActionRule> wishes = new LinkedHashMap<>();
    one.forEach(line -> wishes.putIfAbsent(Wish.of(line), line));
    other.forEach(line -> wishes.putIfAbsent(Wish.of(line), line));
    wishes.forEach(
        (wish, line) -> {
          List<ActionRule> lines = one.stream().filter(wish::isAskedBy).toList();
          List<ActionRule> linesNow = other.stream().filter(wish::isAskedBy).toList();
          boolean reached =
              lines.stream()
                  .flatMap(each -> conditions(each).stream())
                  .flatMap(condition -> Leaves.slots(condition).stream())
                  .anyMatch(touched::contains);
          if (reached || !said(lines).equals(said(linesNow))) {
            Formula asked = isFirst(was, lines, wish);
            Formula askedNow = isFirst(is, linesNow, wish);
            ways.add(f.and(two.differ(asked, askedNow), concerned(line), told(line)));
          }
        });
  }

  /** The rows of the line are proved, or the patient is sent home where it is for everyone. */
  private Formula concerned(ActionRule line) {
    List<String> rows = ids(line);
    List<Formula> proved = new ArrayList<>();
    for (Chart.SubChart subChart : was.protocol().subCharts()) {
      for (Row row : subChart.rows()) {
        if (line.forAll() || rows.contains(row.id())) {
          inputs.addAll(was.dependencies().leaves(Dependencies.slots(subChart)));
          Formula wins = was.order().wins(subChart, row);
          proved.add(isLeftOut(line, row) ? f.and(wins, f.not(isUrgent())) : wins);
        }
      }
    }
    return line.forAll() ? sentHome() : f.or(proved);
  }

  /** A visit in so many days until an age is told only where the age is known. */
  private Formula told(ActionRule line) {
    List<Formula> known = new ArrayList<>();
    for (DayCount days : line.days()) {
      int slot = days instanceof DayCount.Until until ? until.slot() : -1;
      if (slot < 0 || was.dependencies().isDerived(slot)) {
        return f.verum();
      }
      known.add(was.variables(two.space().finding(slot)).exact());
    }
    boolean insteadOfAnother = line.rows().stream().anyMatch(row -> row.followUp() != null);
    return known.isEmpty() || insteadOfAnother ? f.verum() : f.or(known);
  }

  /** Whether who is referred urgently, for whatever reason, does not get it. */
  private boolean isLeftOut(ActionRule line, Row row) {
    return line.action().equals(ActionRule.FOLLOW_UP)
        ? line.extent() != ActionRule.Extent.COURSE
        : !row.classifies()
            || row.colour() != Colour.PINK && !beforeReferral.contains(line.action());
  }

  private Formula isUrgent() {
    return f.or(
        was.protocol().subCharts().stream()
            .map(subChart -> was.order().proves(subChart, Urgency.REFER_URGENT))
            .toList());
  }

  /** A line with this wish applies, and no line before it that asks for the same action. */
  private Formula isFirst(Encoding in, List<ActionRule> lines, Wish wish) {
    List<Formula> ways = new ArrayList<>();
    List<Formula> before = new ArrayList<>();
    for (ActionRule line : lines) {
      two.note(conditions(line), in);
      Formula applies = applies(in, line);
      if (wish.equals(Wish.of(line))) {
        ways.add(f.and(applies, f.not(f.or(before))));
      }
      before.add(applies);
    }
    return f.or(ways);
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

  private static List<String> ids(ActionRule action) {
    return action.rows().stream().map(Row::id).toList();
  }

  /** Everything that these lines say, in order. */
  private static List<Object> said(List<ActionRule> lines) {
    List<Object> said = new ArrayList<>();
    for (ActionRule line : lines) {
      said.addAll(Arrays.asList(Wish.of(line), line.when(), line.unless(), line.unlessPossible()));
    }
    return said;
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
