package org.denba.engine.second;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.denba.engine.assessment.Finding;
import org.denba.engine.growth.Sex;
import org.denba.engine.second.PlainCondition.Leaf;
import org.denba.engine.triage.TriageRequest;

/** Everything below some lines of a protocol, down to what is collected, with what can be said. */
final class Inputs {

  private static final Set<String> AGES = Set.of("age-months", "age-days");
  private static final List<String> COMPARISONS = List.of("atLeast", "above", "atMost", "below");
  private static final List<String> REASONS =
      List.of("refused", "no-device", "not-feasible", "child-agitated");

  private final PlainRules rules;
  private final LocalDate day;
  final Set<String> elements = new LinkedHashSet<>();
  final Set<Leaf> asked = new LinkedHashSet<>();

  /**
   * @param targets the rows, derived elements and guards to begin with
   */
  Inputs(PlainRules rules, LocalDate day, Collection<String> targets) {
    this.rules = rules;
    this.day = day;
    Deque<String> todo = new ArrayDeque<>(targets);
    Set<String> seen = new HashSet<>();
    while (!todo.isEmpty()) {
      String target = todo.remove();
      if (seen.add(target)) {
        rules.of(target).forEach(line -> read(line.condition(), todo));
        if (rules.dictionary.containsKey(target) && rules.of(target).isEmpty()) {
          elements.add(target);
          todo.add("asked " + target);
          rules.closings.stream()
              .filter(closing -> closing.element().equals(target))
              .forEach(closing -> closing(closing, todo));
        }
      }
    }
  }

  private Inputs(PlainRules rules, LocalDate day) {
    this.rules = rules;
    this.day = day;
  }

  /** What a condition reads itself; derived elements are among the elements. */
  static Inputs direct(PlainRules rules, LocalDate day, PlainCondition condition) {
    Inputs direct = new Inputs(rules, day);
    condition.elements().forEach(direct.elements::add);
    direct.asked.addAll(condition.leaves());
    return direct;
  }

  private void closing(PlainRules.Closing closing, Deque<String> todo) {
    if (!closing.whenKnown().isEmpty()) {
      todo.add(closing.whenKnown());
    }
    if (closing.unless() != null) {
      read(closing.unless(), todo);
    }
  }

  private void read(PlainCondition condition, Deque<String> todo) {
    condition.elements().forEach(todo::add);
    asked.addAll(condition.leaves());
    rows(condition.leaves()).forEach(block -> todo.add(block.target()));
  }

  /** The rows that these predicates name. */
  private List<PlainRules.Block> rows(Collection<Leaf> leaves) {
    return rules.blocks.stream()
        .filter(block -> leaves.stream().anyMatch(leaf -> names(leaf, block)))
        .toList();
  }

  List<PlainRules.Block> rows() {
    return rows(asked);
  }

  private static boolean names(Leaf leaf, PlainRules.Block block) {
    return leaf.name().equals("row") && block.row().equals(leaf.arguments().get(0))
        || leaf.name().equals("anyPinkRow")
            && block.colour().equals("pink")
            && !leaf.arguments().contains(block.chart());
  }

  /** What each input can say. */
  List<List<Consumer<RequestDraft>>> options() {
    List<List<Consumer<RequestDraft>>> options = new ArrayList<>();
    for (String element : elements) {
      if (element.equals("sex")) {
        options.add(List.of(d -> {}, d -> d.sex = Sex.FEMALE, d -> d.sex = Sex.MALE));
      } else if (!AGES.contains(element)) {
        options.add(of(element));
      }
    }
    ages(options);
    options.addAll(others());
    return options;
  }

  /** Parameters, setting and kind of visit. */
  List<List<Consumer<RequestDraft>>> others() {
    List<List<Consumer<RequestDraft>>> options = new ArrayList<>();
    parameters().forEach(id -> options.add(values(id)));
    if (asks("setting")) {
      options.add(
          List.of(
              d -> d.setting = TriageRequest.FACILITY, d -> d.setting = TriageRequest.COMMUNITY));
    }
    visits(options);
    return options;
  }

  private boolean asks(String predicate) {
    return asked.stream().anyMatch(leaf -> leaf.name().equals(predicate));
  }

  private List<Consumer<RequestDraft>> of(String element) {
    List<Consumer<RequestDraft>> said = new ArrayList<>();
    said.add(d -> {});
    findings(element).forEach(finding -> said.add(d -> d.findings.put(element, finding)));
    return said;
  }

  /** Every answer, every code, both sides of every bound, and not done. */
  List<Finding> findings(String element) {
    List<Finding> findings = new ArrayList<>();
    String type = rules.dictionary.get(element).get("type").replace("derived-", "");
    switch (type) {
      case "boolean" -> {
        findings.add(new Finding.Answer(true));
        findings.add(new Finding.Answer(false));
      }
      case "quantity" -> numbers(element).forEach(n -> findings.add(Finding.Quantity.of(n)));
      case "date" -> findings.add(new Finding.Day(day.minusDays(30)));
      case "list" -> findings.add(new Finding.Entries(List.of()));
      default -> codes(element).forEach(code -> findings.add(new Finding.Code(code)));
    }
    reasons(element).forEach(reason -> findings.add(new Finding.NotDone(reason)));
    return findings;
  }

  private List<String> codes(String element) {
    String codes = rules.dictionary.get(element).get("codes");
    return codes.isEmpty() ? List.of("somewhere") : List.of(codes.split("\\|"));
  }

  /** One reason that leaves it open, and each that the rules name. */
  private Set<String> reasons(String element) {
    Set<String> named = new LinkedHashSet<>();
    for (PlainRules.Closing closing : rules.closings) {
      if (closing.element().equals(element)) {
        named.addAll(closing.reasons());
      }
    }
    for (Leaf leaf : asked) {
      if (leaf.name().equals("notDone") && leaf.arguments().get(0).equals(element)) {
        leaf.arguments().stream().skip(1).forEach(words -> named.addAll(List.of(words.split("/"))));
      }
    }
    named.remove("any");
    REASONS.stream().filter(reason -> !named.contains(reason)).findFirst().ifPresent(named::add);
    return named;
  }

  /** The bounds with which an element is compared, those of parameters among them. */
  private Set<Double> bounds(String element) {
    Set<Double> bounds = new TreeSet<>();
    for (Leaf leaf : asked) {
      if (COMPARISONS.contains(leaf.name()) && leaf.arguments().get(0).equals(element)) {
        String bound = leaf.arguments().get(1);
        if (bound.startsWith("{")) {
          parameterValues(bound.substring(1, bound.length() - 1))
              .forEach(value -> bounds.add(((Number) value).doubleValue()));
        } else {
          bounds.add(Double.parseDouble(bound));
        }
      }
    }
    return bounds;
  }

  /** Each bound and a value on each side of it, as far as the element can have them. */
  Set<Double> numbers(String element) {
    boolean tenths =
        List.of("Cel", "kg", "{Zscore}").contains(rules.dictionary.get(element).get("unit"));
    double step = tenths ? 0.1 : 1;
    Set<Double> numbers = new TreeSet<>();
    List<Double> bounds = new ArrayList<>(bounds(element));
    for (double bound : bounds) {
      for (double number : new double[] {bound - step, bound, bound + step}) {
        double rounded = Math.round(number * 10) / 10.0;
        boolean told =
            numbers.stream()
                .anyMatch(
                    other -> bounds.stream().allMatch(b -> side(other, b) == side(rounded, b)));
        if (!told && isAllowed(element, rounded)) {
          numbers.add(rounded);
        }
      }
    }
    if (numbers.isEmpty()) {
      numbers.add(
          Double.parseDouble(
              rules.allowed.getOrDefault(element, "").isEmpty()
                  ? "1"
                  : rules.allowed.get(element).split("\\.\\.")[0]));
    }
    return numbers;
  }

  private static int side(double number, double bound) {
    return Double.compare(number, bound);
  }

  private boolean isAllowed(String element, double number) {
    String range = rules.allowed.getOrDefault(element, "");
    return range.isEmpty()
        || number >= Double.parseDouble(range.split("\\.\\.")[0])
            && number <= Double.parseDouble(range.split("\\.\\.")[1]);
  }

  /** Days of birth around every bound of the age. */
  private void ages(List<List<Consumer<RequestDraft>>> options) {
    if (elements.stream().noneMatch(AGES::contains)) {
      return;
    }
    Set<LocalDate> births = new TreeSet<>();
    for (double months : bounds("age-months")) {
      births.add(day.minusMonths((long) months));
      births.add(day.minusMonths((long) months).plusDays(1));
    }
    for (double days : bounds("age-days")) {
      for (int near = -1; near <= 1; near++) {
        births.add(day.minusDays((long) days + near));
      }
    }
    births.removeIf(birth -> birth.isAfter(day));
    List<Consumer<RequestDraft>> said = new ArrayList<>(List.of(d -> {}));
    births.forEach(birth -> said.add(d -> d.birth = birth));
    options.add(said);
  }

  private Set<String> parameters() {
    Set<String> ids = new LinkedHashSet<>();
    for (Leaf leaf : asked) {
      if (leaf.name().equals("param")) {
        ids.add(leaf.arguments().get(0));
      } else if (COMPARISONS.contains(leaf.name()) && leaf.arguments().get(1).startsWith("{")) {
        ids.add(leaf.arguments().get(1).replaceAll("[{}]", ""));
      }
    }
    ids.retainAll(rules.parameters.keySet());
    return ids;
  }

  private List<Object> parameterValues(String id) {
    List<Object> values = new ArrayList<>();
    values.add(rules.parameters.get(id).get("default"));
    if (rules.parameters.get(id).get("alternatives") instanceof List<?> others) {
      values.addAll(others);
    }
    return values;
  }

  private List<Consumer<RequestDraft>> values(String id) {
    List<Consumer<RequestDraft>> said = new ArrayList<>();
    parameterValues(id).forEach(value -> said.add(d -> d.parameters.put(id, value)));
    return said;
  }

  private void visits(List<List<Consumer<RequestDraft>>> options) {
    Set<String> rows = new LinkedHashSet<>();
    asked.stream()
        .filter(leaf -> leaf.name().equals("earlier"))
        .forEach(leaf -> rows.add(leaf.arguments().get(0)));
    if (rows.isEmpty() && !asks("visit")) {
      return;
    }
    List<Consumer<RequestDraft>> said =
        new ArrayList<>(List.of(d -> {}, d -> d.followUp(List.of())));
    rows.forEach(row -> said.add(d -> d.followUp(List.of(row))));
    options.add(said);
  }
}
