package org.denba.engine.proof;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.denba.engine.condition.Condition;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.protocol.ActionRule;
import org.denba.engine.protocol.Chart;
import org.denba.engine.protocol.Closing;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.protocol.Row;
import org.denba.engine.protocol.Urgency;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;

/**
 * Looks for patients whom two readings of one protocol answer differently. Where it finds none
 * there is none: the two are equivalent. Belongs to one thread.
 */
public final class Comparison {

  private final PatientSearch search;
  private final InputSpace space;
  private final Encoding was;
  private final Encoding is;
  private final FormulaFactory f;
  private final Set<Input> inputs = new LinkedHashSet<>();
  private final Formula differs;
  private final Formula plainly;
  private final List<Formula> before = new ArrayList<>();

  /**
   * @param protocol the rules as they are
   * @param changed the same protocol after a change, read with the same data dictionary
   */
  public Comparison(Protocol protocol, Protocol changed, DataDictionary dictionary) {
    space = InputSpace.of(List.of(protocol, changed), dictionary);
    search = new PatientSearch(space);
    f = search.formulas();
    was = search.encode(protocol, "was ");
    is = search.encode(changed, "is ");
    List<Formula> ways = new ArrayList<>();
    List<Formula> open = new ArrayList<>();
    Set<Integer> touched = touched();
    subCharts(touched, ways, open);
    actions(touched, ways);
    questions(touched, open);
    beside(open);
    plainly = f.or(ways);
    differs = f.or(plainly, f.or(open));
  }

  /** The slots that the change can reach; all of them where rows are others. */
  private Set<Integer> touched() {
    Protocol one = was.protocol();
    Protocol other = is.protocol();
    Set<Integer> touched = new LinkedHashSet<>();
    boolean sameRows = ids(one).equals(ids(other));
    int elements = space.dictionary().size();
    for (int slot = 0; slot < elements + one.rows().size(); slot++) {
      if (!sameRows || !rules(one, slot).equals(rules(other, slot))) {
        touched.add(slot);
      }
    }
    for (int slot = 0; slot < elements; slot++) {
      if (!rules(one, one.guardOf(slot)).equals(rules(other, other.guardOf(slot)))
          || !closings(one, slot).equals(closings(other, slot))) {
        touched.add(slot);
      }
    }
    for (int i = 0; sameRows && i < one.rows().size(); i++) {
      if (!said(one.rows().get(i)).equals(said(other.rows().get(i)))) {
        touched.add(one.rows().get(i).slot());
      }
    }
    boolean more = true;
    while (more) {
      more = false;
      for (Encoding each : List.of(was, is)) {
        for (int slot : Set.copyOf(touched)) {
          more |= touched.addAll(each.dependencies().readBy(slot));
        }
      }
    }
    return touched;
  }

  private static List<String> ids(Protocol protocol) {
    return protocol.rows().stream().map(Row::id).toList();
  }

  private static List<Closing> closings(Protocol protocol, int slot) {
    return protocol.closings().stream().filter(closing -> closing.slot() == slot).toList();
  }

  /** What a row says beside its conditions. */
  private static List<Object> said(Row row) {
    List<Object> said = new ArrayList<>();
    said.add(row.colour());
    said.add(row.classification());
    said.add(row.subCharts());
    said.add(row.followUp() == null ? "" : row.followUp());
    row.lines().forEach(line -> said.addAll(List.of(line.urgency(), line.flag())));
    return said;
  }

  private static List<List<Condition>> rules(Protocol protocol, int slot) {
    return slot >= 0 && slot < protocol.slots()
        ? protocol.alternativesOf(slot).stream().map(rule -> rule.conditions()).toList()
        : List.of();
  }

  private static Map<String, Row> rows(Chart.SubChart subChart) {
    Map<String, Integer> count = new HashMap<>();
    Map<String, Row> rows = new LinkedHashMap<>();
    subChart
        .rows()
        .forEach(row -> rows.put(row.id() + "#" + count.merge(row.id(), 1, Integer::sum), row));
    return rows;
  }

  private void subCharts(Set<Integer> touched, List<Formula> ways, List<Formula> open) {
    Map<String, Chart.SubChart> others = new HashMap<>();
    is.protocol().subCharts().forEach(subChart -> others.put(subChart.id(), subChart));
    for (Chart.SubChart subChart : was.protocol().subCharts()) {
      if (subChart.rows().stream().noneMatch(row -> touched.contains(row.slot()))) {
        continue;
      }
      inputs.addAll(was.dependencies().leaves(Dependencies.slots(subChart)));
      Chart.SubChart other = others.get(subChart.id());
      if (other != null) {
        inputs.addAll(is.dependencies().leaves(Dependencies.slots(other)));
      }
      Map<String, Row> rowsThen = other == null ? Map.of() : rows(other);
      rows(subChart)
          .forEach(
              (key, row) -> {
                Row then = rowsThen.get(key);
                ways.add(
                    differ(
                        was.wins(subChart, row), then == null ? f.falsum() : is.wins(other, then)));
                if (then != null && row.classifies() && !said(row).equals(said(then))) {
                  saysOther(subChart, row, then, ways, open);
                }
                if (row.classifies()) {
                  open.add(
                      differ(
                          isOpen(was, subChart, row),
                          then == null ? f.falsum() : isOpen(is, other, then)));
                }
              });
      for (Urgency urgency : Urgency.values()) {
        if (other != null
            && urgency != Urgency.UNDETERMINED
            && subChart.rows().stream().anyMatch(Row::classifies)) {
          ways.add(differ(was.proves(subChart, urgency), is.proves(other, urgency)));
          open.add(differ(was.couldBe(subChart, urgency), is.couldBe(other, urgency)));
        }
      }
    }
  }

  /** The row is proved or open by a line that says something else now. */
  private void saysOther(
      Chart.SubChart subChart, Row row, Row then, List<Formula> ways, List<Formula> open) {
    Formula seen = f.or(was.wins(subChart, row), isOpen(was, subChart, row));
    boolean lines = false;
    for (int i = 0; i < row.lines().size() && row.lines().size() == then.lines().size(); i++) {
      Row.Line line = row.lines().get(i);
      if (line.urgency() != then.lines().get(i).urgency()
          || !line.flag().equals(then.lines().get(i).flag())) {
        lines = true;
        ways.add(f.and(was.wins(subChart, row), was.alternative(line.alternative(), false)));
        open.add(f.and(seen, was.alternative(line.alternative(), true)));
      }
    }
    boolean followUp =
        row.colour() == then.colour()
            && row.classification().equals(then.classification())
            && row.subCharts().equals(then.subCharts());
    if (!lines && followUp) {
      // where the row itself refers urgently its follow-up is not said
      ways.add(f.and(was.wins(subChart, row), f.not(was.proves(subChart, Urgency.REFER_URGENT))));
    } else if (!lines) {
      ways.add(was.wins(subChart, row));
      open.add(seen);
    }
  }

  private Formula isOpen(Encoding in, Chart.SubChart subChart, Row row) {
    return f.and(in.isReached(subChart, row), in.row(row, true), f.not(in.wins(subChart, row)));
  }

  private Formula differ(Formula one, Formula other) {
    return one.equals(other)
        ? f.falsum()
        : f.or(f.and(one, f.not(other)), f.and(other, f.not(one)));
  }

  /** An action of a row that is proved: it is wanted in one and not in the other. */
  private void actions(Set<Integer> touched, List<Formula> ways) {
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
              proved.add(was.wins(subChart, row));
            }
          }
        }
      }
      Formula concerned = action.forAll() ? sentHome() : f.or(proved);
      boolean otherwise = then != null && !saysSame(action, then);
      ways.add(f.and(otherwise ? applies : differ(applies, appliesNow), concerned));
    }
  }

  /** It applies, and no line before it that asks for the same for the same rows. */
  private Formula isFirst(Encoding in, List<ActionRule> lines, int at) {
    ActionRule action = lines.get(at);
    note(conditions(action), in);
    List<Formula> all = new ArrayList<>();
    all.add(applies(in, action));
    for (int i = 0; i < at; i++) {
      ActionRule earlier = lines.get(i);
      if (earlier != null
          && earlier.action().equals(action.action())
          && ids(earlier).equals(ids(action))) {
        note(conditions(earlier), in);
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
          green.add(was.wins(subChart, row));
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

  private void note(List<Condition> conditions, Encoding in) {
    BitSet slots = new BitSet();
    for (Condition condition : conditions) {
      Set<Integer> read = new LinkedHashSet<>();
      in.dependencies().direct(condition, read, inputs);
      read.forEach(slots::set);
    }
    inputs.addAll(in.dependencies().leaves(slots));
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

  /** What keeps a chart provisional, and what is given before a referral. */
  private void beside(List<Formula> ways) {
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
    Formula way = differ(was.condition(condition, possible), is.condition(condition, possible));
    if (!way.equals(f.falsum())) {
      note(List.of(condition), was);
      note(List.of(condition), is);
      ways.add(way);
    }
  }

  /** Whether a question arises that nobody answered, while something is open. */
  private void questions(Set<Integer> touched, List<Formula> ways) {
    List<Formula> open = new ArrayList<>();
    for (Chart.SubChart subChart : was.protocol().subCharts()) {
      for (Row row : subChart.rows()) {
        if (touched.contains(row.slot())) {
          open.add(isOpen(was, subChart, row));
        }
      }
    }
    for (int slot = 0; slot < space.dictionary().size(); slot++) {
      int guard = was.protocol().guardOf(slot);
      int then = is.protocol().guardOf(slot);
      if (guard < 0
          || !touched.contains(guard)
              && then >= 0
              && rules(was.protocol(), guard).equals(rules(is.protocol(), then))) {
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
      Formula asked = differ(was.slot(guard, true), then < 0 ? f.verum() : is.slot(then, true));
      ways.add(f.and(search.variables(space.finding(slot)).is(0), asked, f.or(open)));
    }
  }

  /** Whether no patient at all is answered differently. */
  public boolean isEquivalent() {
    return search.find(differs).isEmpty();
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
