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
import org.denba.engine.protocol.Alternative;
import org.denba.engine.protocol.Chart;
import org.denba.engine.protocol.Colour;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.protocol.Row;
import org.denba.engine.protocol.Urgency;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;

/**
 * Proofs about two patients who differ in what was said of one finding: a danger sign found instead
 * of absent, a finding forgotten, a finding refused.
 */
final class ChangeProofs {

  private final Encoding encoding;
  private final FormulaFactory f;
  private final InputSpace space;
  private final Input input;
  private final int slot;
  private final Encoding copy;
  private final InputVariables said;
  private final InputVariables instead;
  private final ProofExceptions exceptions;

  ChangeProofs(
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

  private boolean touches(Subject subject) {
    return subject.slots().stream().anyMatch(copy.touched()::contains);
  }

  /** The finding becomes yes where it was no or unknown. */
  void dangerSign(List<Subject> subjects, List<Refutation> into) {
    int yes = 1;
    Formula found = f.and(instead.is(yes), f.not(said.is(yes)), f.or(said.is(2), said.is(0)));
    Formula steady = exceptedSignsAgree(Property.DANGER_SIGN, null);
    Formula anyLower = f.or(subjects.stream().filter(this::touches).map(this::isLower).toList());
    if (encoding.search().find(found, steady, anyLower).isEmpty()) {
      return;
    }
    for (Subject subject : subjects) {
      if (touches(subject)) {
        shown(
                subject,
                Property.DANGER_SIGN,
                "the urgency is lower once it is found",
                found,
                steady,
                isLower(subject))
            .ifPresent(into::add);
      }
    }
  }

  private Formula isLower(Subject subject) {
    Chart.SubChart subChart = subject.subChart();
    List<Formula> ways = new ArrayList<>();
    for (Urgency urgency : Urgency.values()) {
      if (urgency.compareTo(Urgency.HOME_CARE) <= 0) {
        continue;
      }
      ways.add(f.and(encoding.proves(subChart, urgency), f.not(copy.proves(subChart, urgency))));
      ways.add(
          f.and(
              said.is(2),
              encoding.couldBe(subChart, urgency),
              f.not(copy.couldBe(subChart, urgency))));
    }
    ways.add(f.and(pink(encoding, subChart), f.not(pink(copy, subChart))));
    return f.or(ways);
  }

  private Formula pink(Encoding in, Chart.SubChart subChart) {
    return f.or(
        subChart.rows().stream()
            .filter(row -> row.colour() == Colour.PINK)
            .map(row -> in.wins(subChart, row))
            .toList());
  }

  /** The finding is forgotten, or known less exactly. */
  void forgetting(List<Subject> subjects, List<Refutation> into) {
    List<Formula> all = new ArrayList<>();
    all.add(said.tellsMoreThan(instead));
    // the question must still arise: what is not needed is no unknown
    all.add(f.not(copy.isNotNeeded(input)));
    for (Either either : encoding.protocol().eithers()) {
      if (slots(either).stream().anyMatch(copy.touched()::contains)) {
        all.add(f.not(contradicts(either)));
      }
    }
    compare(subjects, Property.FORGETTING, all, true, into);
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

  /** The finding was refused, or said to be not done in a way that leaves it open. */
  void refused(List<Subject> subjects, List<Refutation> into) {
    Formula open = encoding.isLeftOpen(input);
    if (open.equals(f.falsum())) {
      return;
    }
    List<Formula> all = new ArrayList<>(List.of(open, instead.is(input.blank())));
    compare(subjects, Property.REFUSED, all, false, into);
  }

  private void compare(
      List<Subject> subjects,
      Property property,
      List<Formula> all,
      boolean oneWay,
      List<Refutation> into) {
    List<Formula> differences = new ArrayList<>();
    for (Subject subject : subjects) {
      if (exceptions.has(property, subject.id())) {
        each(subject, property, all, oneWay, into);
        continue;
      }
      subject.slots().stream()
          .filter(copy.touched()::contains)
          .forEach(target -> differences.add(differs(target, oneWay)));
    }
    List<Formula> any = new ArrayList<>(all);
    any.add(exceptedSignsAgree(property, null));
    any.add(f.or(differences));
    if (encoding.search().find(any).isEmpty()) {
      return;
    }
    for (Subject subject : subjects) {
      if (!exceptions.has(property, subject.id())) {
        each(subject, property, all, oneWay, into);
      }
    }
  }

  private void each(
      Subject subject,
      Property property,
      List<Formula> all,
      boolean oneWay,
      List<Refutation> into) {
    subject.slots().stream()
        .filter(copy.touched()::contains)
        .forEach(
            target -> {
              List<Formula> one = new ArrayList<>(all);
              one.add(exceptedSignsAgree(property, subject));
              one.add(differs(target, oneWay));
              shown(
                      subject,
                      property,
                      differenceWords(subject, target, property),
                      one.toArray(Formula[]::new))
                  .ifPresent(into::add);
            });
  }

  /**
   * The signs that are an exception read the same in both patients: what rests on them is proved
   * but for them.
   */
  private Formula exceptedSignsAgree(Property property, Subject but) {
    List<Formula> all = new ArrayList<>();
    for (ProofException exception : exceptions.exceptions()) {
      if (exception.property() == property && (but == null || !exception.what().equals(but.id()))) {
        space
            .dictionary()
            .element(exception.what())
            .filter(sign -> copy.touched().contains(sign.index()))
            .filter(sign -> encoding.dependencies().isDerived(sign.index()))
            .ifPresent(sign -> all.add(f.not(differs(sign.index(), false))));
      }
    }
    return f.and(all);
  }

  private String differenceWords(Subject subject, int target, Property property) {
    String name =
        encoding.protocol().rows().stream()
            .filter(row -> row.slot() == target)
            .map(Row::id)
            .findFirst()
            .orElse(subject.id());
    return property == Property.FORGETTING
        ? name + " becomes certain, or is ruled out, when this finding is known less well"
        : name + " reads a refused finding otherwise than an unknown one";
  }

  private Formula differs(int target, boolean oneWay) {
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
    ways.add(f.and(certainThen, f.not(certain)));
    ways.add(f.and(possible, f.not(possibleThen), alertsCount()));
    if (!oneWay) {
      ways.add(f.and(certain, f.not(certainThen)));
      ways.add(f.and(possibleThen, f.not(possible)));
    }
    return ways;
  }

  /** An alert sign that nobody reported is absent, unless the parameter says that it is asked. */
  private Formula alertsCount() {
    boolean alert = false;
    int mode = -1;
    for (Alternative alternative : encoding.protocol().alternatives()) {
      for (Condition condition : alternative.conditions()) {
        for (Reported reported : Leaves.reported(condition)) {
          if (reported.slot() == slot || copy.touched().contains(reported.slot())) {
            alert = true;
            mode = reported.mode();
          }
        }
      }
    }
    if (!alert) {
      return f.verum();
    }
    if (mode < 0) {
      return f.falsum();
    }
    String id = encoding.protocol().defaults().id(mode);
    Input parameter = space.parameter(id);
    List<Formula> ways = new ArrayList<>();
    for (int i = 0; i < parameter.states().size(); i++) {
      if (parameter.states().get(i).words().equals(Reported.MUST_ASK)) {
        ways.add(encoding.variables(parameter).is(i));
      }
    }
    return f.or(ways);
  }

  private Optional<Refutation> shown(
      Subject subject, Property property, String words, Formula... all) {
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
