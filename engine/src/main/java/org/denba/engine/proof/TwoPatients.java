package org.denba.engine.proof;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.denba.engine.condition.Condition;
import org.denba.engine.condition.Either;
import org.denba.engine.condition.Reported;
import org.denba.engine.protocol.Chart;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.protocol.Urgency;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;

/** Two patients who differ in what was said of one finding, and in nothing else that was said. */
final class TwoPatients {

  private final Encoding encoding;
  private final FormulaFactory f;
  private final InputSpace space;
  private final Input input;
  private final int slot;
  private final Encoding copy;
  private final InputVariables said;
  private final InputVariables instead;
  private final ProofExceptions exceptions;

  TwoPatients(
      Encoding encoding, InputSpace space, Input input, String copy, ProofExceptions exceptions) {
    this.exceptions = exceptions;
    this.encoding = encoding;
    this.f = encoding.formulas();
    this.space = space;
    this.input = input;
    this.slot = space.dictionary().element(input.name()).orElseThrow().index();
    this.copy = encoding.changed(input, copy);
    this.said = encoding.variables(input);
    this.instead = this.copy.variables(input);
  }

  Encoding one() {
    return encoding;
  }

  Encoding other() {
    return copy;
  }

  Input input() {
    return input;
  }

  InputVariables said() {
    return said;
  }

  InputVariables saidInstead() {
    return instead;
  }

  ProofExceptions exceptions() {
    return exceptions;
  }

  boolean touches(Subject subject) {
    return subject.slots().stream().anyMatch(copy.touched()::contains);
  }

  /**
   * The slots of a subject that the finding touches and that may not change when less is known:
   * rows without a colour and signs that ask whether something was said may.
   */
  List<Integer> steadySlots(Subject subject) {
    return subject.slots().stream()
        .boxed()
        .filter(copy.touched()::contains)
        .filter(this::isSteady)
        .toList();
  }

  private boolean isSteady(int target) {
    return encoding.protocol().rows().stream()
            .noneMatch(row -> row.slot() == target && !row.classifies())
        && encoding.protocol().alternativesOf(target).stream()
            .flatMap(rule -> rule.conditions().stream())
            .noneMatch(Leaves::asksAnywhereWhetherSaid);
  }

  /** Nowhere do two ways to measure one thing disagree of which the finding changes one. */
  Formula noContradiction() {
    List<Formula> all = new ArrayList<>();
    for (Either either : encoding.protocol().eithers()) {
      if (slots(either).stream().anyMatch(copy.touched()::contains)) {
        all.add(f.not(contradicts(either)));
      }
    }
    return f.and(all);
  }

  private static Set<Integer> slots(Either either) {
    Set<Integer> slots = new LinkedHashSet<>(Leaves.slots(either.first()));
    slots.addAll(Leaves.slots(either.second()));
    return slots;
  }

  /**
   * Two ways to measure one thing disagree: the more severe one counts, so each of them matters.
   */
  private Formula contradicts(Either either) {
    return f.or(
        f.and(encoding.condition(either.first(), false), answeredNo(either.second())),
        f.and(encoding.condition(either.second(), false), answeredNo(either.first())));
  }

  private Formula answeredNo(Condition way) {
    List<Formula> all = new ArrayList<>();
    all.add(f.not(encoding.condition(way, true)));
    for (int read : Leaves.slots(way)) {
      if (!encoding.dependencies().isDerived(read)) {
        all.add(encoding.variables(space.finding(read)).value());
      }
    }
    return f.and(all);
  }

  /**
   * The signs that are an exception read the same in both patients: what rests on them is proved
   * but for them.
   */
  Formula exceptedSignsAgree(Property property, Subject but) {
    List<Formula> all = new ArrayList<>();
    for (ProofException exception : exceptions.exceptions()) {
      if (exception.property() == property && (but == null || !exception.what().equals(but.id()))) {
        space
            .dictionary()
            .element(exception.what())
            .filter(sign -> copy.touched().contains(sign.index()))
            .filter(sign -> encoding.dependencies().isDerived(sign.index()))
            .ifPresent(
                sign -> all.add(f.or(f.not(differs(sign.index(), false)), outside(exception))));
      }
    }
    return f.and(all);
  }

  private Formula outside(ProofException exception) {
    return exception.when().map(when -> f.not(applies(when))).orElse(f.falsum());
  }

  /** A condition may hold of one of the two. */
  Formula applies(Condition when) {
    return f.or(encoding.condition(when, true), copy.condition(when, true));
  }

  /** A sign or row reads otherwise; one way: it proves or rules out more of the second. */
  Formula differs(int target, boolean oneWay) {
    List<Formula> ways = new ArrayList<>();
    Protocol protocol = encoding.protocol();
    if (target < space.dictionary().size() && protocol.isDerivedCode(target)) {
      int codes = space.dictionary().elements().get(target).codes().size();
      for (int code = 0; code < codes; code++) {
        ways.addAll(
            ways(
                encoding.code(target, code, false),
                copy.code(target, code, false),
                encoding.code(target, code, true),
                copy.code(target, code, true),
                oneWay));
      }
    } else {
      ways.addAll(
          ways(
              encoding.slot(target, false),
              copy.slot(target, false),
              encoding.slot(target, true),
              copy.slot(target, true),
              oneWay));
    }
    return f.or(ways);
  }

  private List<Formula> ways(
      Formula certain,
      Formula certainThen,
      Formula possible,
      Formula possibleThen,
      boolean oneWay) {
    List<Formula> ways = new ArrayList<>();
    ways.add(f.and(certainThen, f.not(certain), alertsCount()));
    ways.add(f.and(possible, f.not(possibleThen), alertsCount()));
    if (!oneWay) {
      ways.add(f.and(certain, f.not(certainThen)));
      ways.add(f.and(possibleThen, f.not(possible)));
    }
    return ways;
  }

  /**
   * What follows from forgetting is proved while every alert sign that the finding touches reads
   * the same: one that nobody reported is absent, unless the parameter says that it is asked.
   */
  private Formula alertsCount() {
    return f.or(alertsAreAsked(), f.and(alerts(false).stream().map(this::readsTheSame).toList()));
  }

  private Formula readsTheSame(Reported alert) {
    return f.and(
        f.equivalence(encoding.condition(alert, false), copy.condition(alert, false)),
        f.equivalence(encoding.condition(alert, true), copy.condition(alert, true)));
  }

  /** Whether the finding is an alert sign somewhere. */
  boolean isAlert() {
    return !alerts(true).isEmpty();
  }

  /** The alert signs that are the finding, or all that it touches. */
  private List<Reported> alerts(boolean own) {
    return encoding.protocol().alternatives().stream()
        .flatMap(alternative -> alternative.conditions().stream())
        .flatMap(condition -> Leaves.reported(condition).stream())
        .filter(a -> a.slot() == slot || !own && copy.touched().contains(a.slot()))
        .distinct()
        .toList();
  }

  /** The parameter says that alert signs are asked like any other. */
  Formula alertsAreAsked() {
    int mode = alerts(false).stream().mapToInt(Reported::mode).findFirst().orElse(-1);
    if (mode < 0) {
      return f.falsum();
    }
    Input parameter = space.parameter(encoding.protocol().defaults().id(mode));
    List<Formula> ways = new ArrayList<>();
    for (int i = 0; i < parameter.states().size(); i++) {
      if (parameter.states().get(i).words().equals(Reported.MUST_ASK)) {
        ways.add(encoding.variables(parameter).is(i));
      }
    }
    return f.or(ways);
  }

  /** A sub-chart sees the second patient as more urgent than any sees the first. */
  Formula isMoreUrgent(Chart.SubChart subChart) {
    List<Chart.SubChart> all = encoding.protocol().subCharts();
    List<Formula> ways = new ArrayList<>();
    for (Urgency urgency : Urgency.values()) {
      if (urgency.compareTo(Urgency.HOME_CARE) > 0) {
        ways.add(
            f.and(
                copy.order().proves(subChart, urgency),
                f.not(f.or(all.stream().map(s -> encoding.order().proves(s, urgency)).toList()))));
        ways.add(
            f.and(
                copy.order().couldBe(subChart, urgency),
                f.not(f.or(all.stream().map(s -> encoding.order().couldBe(s, urgency)).toList()))));
      }
    }
    return f.or(ways);
  }

  /** A refutation shown by both patients, where there are such two. */
  Optional<Refutation> shown(Subject subject, Property property, String words, Formula... all) {
    List<Input> others = subject.inputs().stream().filter(i -> !i.equals(input)).toList();
    return encoding
        .search()
        .findShort(others, all)
        .map(
            found ->
                Refutation.of(property, subject.id(), input.name(), words)
                    .shownBy(encoding.search().patient(found, subject.inputs()))
                    .against(
                        encoding
                            .search()
                            .patient(found, subject.inputs(), Map.of(input, instead))));
  }
}
