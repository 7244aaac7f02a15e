package org.denba.engine.proof;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.immunisation.CalendarReach;
import org.denba.engine.immunisation.Vaccine;
import org.denba.engine.immunisation.VaccineSchedule;
import org.denba.engine.protocol.Protocol;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;

/**
 * Looks for patients whom two readings of one protocol answer differently. Where it finds none
 * there is none: the two are equivalent. Belongs to one thread.
 */
public final class ReadingComparison {

  private final InputSpace space;
  private final PatientSearch search;
  private final FormulaFactory f;
  private final Set<Input> inputs = new LinkedHashSet<>();
  private final Formula differs;
  private final Formula plainly;
  private final Formula calendars;
  private final List<Formula> before = new ArrayList<>();

  /**
   * @param protocol the rules as they are
   * @param changed the same protocol after a change, read with the same data dictionary and the
   *     same calendar of vaccines
   * @param beforeReferral the treatments that are given before an urgent referral whatever asks for
   *     them
   */
  public ReadingComparison(
      Protocol protocol, Protocol changed, DataDictionary dictionary, Set<String> beforeReferral) {
    space = InputSpace.of(List.of(protocol, changed), dictionary);
    search = new PatientSearch(space);
    f = search.formulas();
    Encoding was = search.encode(protocol, "was ");
    Encoding is = search.encode(changed, "is ");
    List<Formula> ways = new ArrayList<>();
    List<Formula> open = new ArrayList<>();
    TwoReadings two = new TwoReadings(space, was, is, inputs);
    Set<Integer> touched = Reach.of(was, is, space);
    new RowDifferences(two).find(touched, ways, open);
    new ActionDifferences(two, beforeReferral).find(touched, ways);
    QuestionDifferences questions = new QuestionDifferences(two);
    questions.find(touched, open);
    questions.beside(open);
    plainly = f.or(ways);
    differs = f.or(plainly, f.or(open));
    calendars = f.and(calendars(protocol));
  }

  /** Whether no patient at all is answered differently. */
  public boolean isEquivalent() {
    return search.find(calendars, differs).isEmpty();
  }

  /** What must be said of a patient who is answered differently. */
  public List<Question> questions() {
    return inputs.stream().map(Question::of).toList();
  }

  /**
   * A patient who is answered differently, of whom every number is known exactly; another one at
   * each call.
   */
  public Optional<Patient> next() {
    Optional<Patient> plain = next(plainly);
    return plain.isPresent() ? plain : next(differs);
  }

  private Optional<Patient> next(Formula wanted) {
    List<Formula> all = new ArrayList<>(before);
    all.add(calendars);
    all.add(wanted);
    List<Input> said = List.copyOf(inputs);
    for (Input input : said) {
      if (input.isFinding()) {
        InputVariables variables = search.variables(input);
        all.add(f.or(variables.exact(), f.not(variables.value())));
      }
    }
    ages(all);
    List<Input> shortest = new ArrayList<>();
    said.stream().filter(i -> !i.isFinding()).forEach(shortest::add);
    said.stream().filter(Input::isFinding).forEach(shortest::add);
    Optional<Solution> found = search.findShort(shortest, all.toArray(Formula[]::new));
    found.ifPresent(solution -> exclude(solution, said));
    return found.map(solution -> search.patient(solution, said));
  }

  private void exclude(Solution solution, List<Input> said) {
    List<Formula> same = new ArrayList<>();
    for (Input input : said) {
      InputVariables variables = search.variables(input);
      same.add(variables.is(variables.in(solution)));
    }
    before.add(f.not(f.and(same)));
  }

  /** Months and days of age are of one child. */
  private void ages(List<Formula> all) {
    Input months = named("age-months");
    Input days = named("age-days");
    if (months == null || days == null) {
      return;
    }
    for (int m = 0; m < months.states().size(); m++) {
      for (int d = 0; d < days.states().size(); d++) {
        InputState month = months.states().get(m);
        InputState day = days.states().get(d);
        boolean both = month.kind() == InputState.Kind.EXACT && day.kind() == InputState.Kind.EXACT;
        boolean neither =
            month.kind() != InputState.Kind.EXACT && day.kind() != InputState.Kind.EXACT;
        if (!neither && !(both && ofOneChild(number(month), number(day)))) {
          all.add(f.not(f.and(search.variables(months).is(m), search.variables(days).is(d))));
        }
      }
    }
  }

  /** Next dose and status of each vaccine, as one calendar can tell them. */
  private List<Formula> calendars(Protocol protocol) {
    double below =
        protocol.file().ageMonths().map(band -> (double) band.below()).orElse(Double.MAX_VALUE);
    List<Formula> calendars = new ArrayList<>();
    for (Vaccine vaccine :
        protocol.measurements().vaccines().map(VaccineSchedule::vaccines).orElse(List.of())) {
      Input next = named(vaccine.next().id());
      Input status = named(vaccine.status().id());
      if (next != null && status != null) {
        CalendarReach reach = new CalendarReach(vaccine, space::numbers, below);
        calendars.add(
            new CalendarStates(reach, search.variables(next), search.variables(status))
                .constraint(f));
      }
    }
    return calendars;
  }

  private Input named(String id) {
    return inputs.stream()
        .filter(i -> i.isFinding() && i.name().equals(id))
        .findFirst()
        .orElse(null);
  }

  private static double number(InputState state) {
    return Double.parseDouble(state.words());
  }

  private static boolean ofOneChild(double months, double days) {
    double daysEach = 30.4375;
    return days >= Math.floor(months * daysEach) - 1 && days <= Math.ceil((months + 1) * daysEach);
  }
}
