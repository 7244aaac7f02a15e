package org.denba.engine.protocol;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.denba.engine.assessment.Assessment;
import org.denba.engine.assessment.Interval;
import org.denba.engine.assessment.ParameterValues;
import org.denba.engine.condition.Condition;
import org.denba.engine.condition.EarlierRow;
import org.denba.engine.condition.Either;
import org.denba.engine.condition.Vocabulary;

/**
 * A protocol ready to run: everything its files say, checked and numbered. Immutable and safe to
 * share between threads.
 *
 * <p>Slots number what an assessment holds: first the data elements in dictionary order, then the
 * rows, then the guards of questions.
 */
public final class Protocol {

  private final ProtocolFile file;
  private final String digest;
  private final List<Chart> charts;
  private final List<Row> rows;
  private final List<Alternative> alternatives;
  private final List<List<Alternative>> alternativesOf;
  private final int[][] rulesOf;
  private final int slots;
  private final int[] guardOf;
  private final int[] guardedBy;
  private final boolean[] provedOnly;
  private final boolean[] codedSlot;
  private final List<Parameter> parameters;
  private final ParameterValues defaults;
  private final List<Closing> closings;
  private final List<IntakeRule> intake;
  private final List<ActionRule> actions;
  private final List<List<ActionRule>> actionsOfRow;
  private final List<ActionRule> actionsForAll;
  private final Map<Integer, Interval> plausible;
  private final Map<Integer, Interval> allowed;
  private final Map<String, Condition> beforeReferral;
  private final Measurements measurements;
  private final Map<String, Condition> provisionalWhile;
  private final List<Chart.SubChart> subCharts;
  private final List<Either> eithers;
  private final Set<String> comparedRows;
  private final BitSet used;
  private final Strata strata;
  private final int[][] slotsOfStratum;
  private final RuleRun run;
  private final Vocabulary words;

  Protocol(ProtocolParts parts) {
    this.file = parts.file;
    this.digest = parts.digest;
    this.charts = List.copyOf(parts.charts);
    this.rows = charts.stream().flatMap(chart -> chart.rows().stream()).toList();
    this.alternatives = List.copyOf(parts.alternatives);
    this.slots = parts.slots;
    this.guardOf = parts.guardOf;
    this.provedOnly = parts.provedOnly;
    this.codedSlot = parts.codedSlot;
    this.parameters = List.copyOf(parts.parameters);
    this.defaults = parts.defaults;
    this.closings = List.copyOf(parts.closings);
    this.intake = List.copyOf(parts.intake);
    this.actions = List.copyOf(parts.actions);
    this.actionsForAll = actions.stream().filter(ActionRule::forAll).toList();
    this.actionsOfRow =
        rows.stream()
            .map(row -> actions.stream().filter(action -> action.rows().contains(row)).toList())
            .toList();
    this.plausible = Map.copyOf(parts.plausible);
    this.allowed = Map.copyOf(parts.allowed);
    this.beforeReferral = Map.copyOf(parts.beforeReferral);
    this.measurements =
        new Measurements(
            parts.zScores,
            parts.daysSince,
            parts.hoursSince,
            Optional.ofNullable(parts.gestation),
            parts.vaccines);
    this.provisionalWhile = Map.copyOf(parts.provisionalWhile);
    this.subCharts = SubCharts.of(charts);
    this.used = parts.used;
    this.alternativesOf = parts.alternativesBySlot();
    this.eithers =
        alternatives.stream()
            .flatMap(alternative -> alternative.conditions().stream())
            .flatMap(Either::in)
            .distinct()
            .toList();
    this.comparedRows =
        alternatives.stream()
            .flatMap(alternative -> alternative.conditions().stream())
            .flatMap(EarlierRow::in)
            .collect(Collectors.toUnmodifiableSet());
    this.rulesOf =
        alternativesOf.stream()
            .map(list -> list.stream().mapToInt(Alternative::index).toArray())
            .toArray(int[][]::new);
    this.guardedBy = parts.guardedBy();
    this.strata = parts.strata;
    this.words = parts.words;
    this.slotsOfStratum = parts.slotsByStratum();
    this.run =
        parts.plain ? new PlainRules(alternatives, strata) : new RuleNetwork(alternatives, strata);
  }

  /** The slots of one stratum that rules make true: derived signs, rows and guards. */
  public int[] computedIn(int stratum) {
    return slotsOfStratum[stratum];
  }

  /** Runs the rules in both readings; see {@link RuleRun#run}. */
  public void run(
      Assessment assessment, BitSet certain, BitSet possible, IntConsumer afterStratum) {
    run.run(assessment, strata.count(), certain, possible, afterStratum);
  }

  /** The words of its conditions, for conditions that stand outside its rules. */
  public Vocabulary words() {
    return words;
  }

  public String id() {
    return file.id();
  }

  public ProtocolFile file() {
    return file;
  }

  /** {@code sha256:…} over every file that the protocol was read from. */
  public String digest() {
    return digest;
  }

  public List<Chart> charts() {
    return charts;
  }

  public List<Row> rows() {
    return rows;
  }

  public Set<String> rowIds() {
    return rows.stream().map(Row::id).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  public Optional<Row> row(String id) {
    return rows.stream().filter(row -> row.id().equals(id)).findFirst();
  }

  /** Every rule, in the order of their indexes. */
  public List<Alternative> alternatives() {
    return alternatives;
  }

  /** The rules that make a slot true; empty for what is only collected. */
  public List<Alternative> alternativesOf(int slot) {
    return alternativesOf.get(slot);
  }

  /** The indexes of the rules that make a slot true; not to be changed. */
  public int[] rulesOf(int slot) {
    return rulesOf[slot];
  }

  public int slots() {
    return slots;
  }

  /** The guard of an element's question, or -1. */
  public int guardOf(int slot) {
    return guardOf[slot];
  }

  /** The element that a guard's slot guards, or -1. */
  public int guardedBy(int slot) {
    return guardedBy[slot];
  }

  /** Whether a derived sign counts as absent until it is proved. */
  public boolean isProvedOnly(int slot) {
    return provedOnly[slot];
  }

  public boolean isDerivedCode(int slot) {
    return codedSlot[slot];
  }

  public List<Parameter> parameters() {
    return parameters;
  }

  public Optional<Parameter> parameter(String id) {
    return Optional.ofNullable(file.parameters().get(id));
  }

  /** The active values of the parameters. */
  public ParameterValues defaults() {
    return defaults;
  }

  /** The parameters that have another default in the setting community; to be added to. */
  public Map<String, Object> communityDefaults() {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Parameter parameter : parameters) {
      if (parameter.inCommunity() != null) {
        values.put(parameter.id(), parameter.inCommunity());
      }
    }
    return values;
  }

  public List<Closing> closings() {
    return closings;
  }

  /**
   * When a treatment is given before an urgent referral though no pink row asks for it; empty for
   * always.
   */
  public Optional<Condition> beforeReferralIf(String treatment) {
    return Optional.ofNullable(beforeReferral.get(treatment));
  }

  public List<IntakeRule> intake() {
    return intake;
  }

  public List<ActionRule> actions() {
    return actions;
  }

  /** The actions that one row asks for. */
  public List<ActionRule> actionsOf(Row row) {
    return actionsOfRow.get(row.index());
  }

  /** The actions for everyone who is sent home. */
  public List<ActionRule> actionsForAll() {
    return actionsForAll;
  }

  /** The possible range of an element in this protocol, where the dictionary's is another one. */
  public Optional<Interval> allowed(int slot) {
    return Optional.ofNullable(allowed.get(slot));
  }

  public Optional<Interval> plausible(int slot) {
    return Optional.ofNullable(plausible.get(slot));
  }

  /** While this is possible the proved rows of a chart are provisional. */
  public Optional<Condition> provisionalWhile(String chart) {
    return Optional.ofNullable(provisionalWhile.get(chart));
  }

  /** What is computed from measurements and dates before any rule is read. */
  public Measurements measurements() {
    return measurements;
  }

  /** The rows of an earlier visit that some rule compares with. */
  public Set<String> comparedRows() {
    return comparedRows;
  }

  /** Every pair of ways to measure one thing. */
  public List<Either> eithers() {
    return eithers;
  }

  /** Every sub-chart: those of each chart, and those that span charts, where they first appear. */
  public List<Chart.SubChart> subCharts() {
    return subCharts;
  }

  /**
   * Whether any rule, treatment, dose or intake rule of the protocol looks at this data element.
   */
  public boolean uses(int slot) {
    return used.get(slot);
  }
}
