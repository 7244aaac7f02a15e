package org.denba.engine.protocol;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.denba.engine.assessment.ParameterValues;
import org.denba.engine.condition.Condition;
import org.denba.engine.condition.ConditionParser;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.immunisation.VaccineSchedule;
import org.denba.engine.rules.Problem;
import org.denba.engine.rules.RecordedRuleFiles;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.rules.RuleFiles;

/**
 * Reads a protocol's folder and puts the protocol together, or says everything that is wrong with
 * it.
 */
public final class ProtocolReader {

  private static final String DERIVED_FILE = "derived.drl";

  /** A row that stands in a chart but cannot be used. */
  private static final List<Row> NOT_READ = List.of();

  private final RecordedRuleFiles files;
  private final RecordedRuleFiles shared;
  private final DataDictionary dictionary;
  private final Map<String, Treatment> treatments;
  private final KnownTexts known;
  private final Problems problems = new Problems();
  private final ProtocolParts parts = new ProtocolParts();
  private final Set<String> derivedInVain = new HashSet<>();
  private ChartFiles charts;
  private ConditionParser conditions;
  private boolean derivedRead = true;

  /**
   * @param files the rule files
   * @param shared what every protocol rests on, read before, for the digest
   * @param dictionary the data dictionary
   * @param treatments the treatments by id
   */
  public ProtocolReader(
      RecordedRuleFiles files,
      RecordedRuleFiles shared,
      DataDictionary dictionary,
      Map<String, Treatment> treatments) {
    this(files, shared, dictionary, treatments, new KnownTexts());
  }

  /** Reads one of many variants of a protocol. */
  private ProtocolReader(
      RecordedRuleFiles files,
      RecordedRuleFiles shared,
      DataDictionary dictionary,
      Map<String, Treatment> treatments,
      KnownTexts known) {
    this.files = files;
    this.shared = shared;
    this.dictionary = dictionary;
    this.treatments = treatments;
    this.known = known;
  }

  /**
   * Reads one of many variants of a protocol: it is made quickly, and answers without a rule
   * network. Its digest is over the protocol's own files only.
   *
   * @param known the texts of the other variants
   */
  public static ProtocolReader ofVariant(
      RuleFiles files,
      DataDictionary dictionary,
      Map<String, Treatment> treatments,
      KnownTexts known) {
    ProtocolReader reader =
        new ProtocolReader(
            new RecordedRuleFiles(files),
            new RecordedRuleFiles(files),
            dictionary,
            treatments,
            known);
    reader.parts.plain = true;
    return reader;
  }

  /**
   * @param id the protocol's id, the name of its folder
   * @throws RuleFileException naming everything that is wrong
   */
  public Protocol read(String id) {
    Protocol protocol = readIfGood(id);
    problems.throwIfAny(id);
    return protocol;
  }

  /**
   * Reads as far as it can.
   *
   * @return null where something is wrong, see {@link #problems()}
   */
  public Protocol readIfGood(String id) {
    parts.file = problems.collect(() -> ProtocolFile.read(files, id, problems), null);
    if (parts.file == null) {
      return null;
    }
    parts.elements = dictionary.size();
    charts = new ChartFiles(files, known, id, problems);
    charts.read(parts.file.charts(), parts.elements);
    parts.slots = parts.elements + charts.headers().size();
    parameters();
    ProtocolVocabulary words =
        new ProtocolVocabulary(
            dictionary, parts.parameters, index(parts.parameters), charts.headers());
    conditions = new ConditionParser(words);
    parts.words = words;
    charts.checkColumns(conditions);
    SideTableReader tables = new SideTableReader(files, id, words, problems);

    rows(words);
    parts.provedOnly = new boolean[dictionary.size()];
    problems.collect(() -> derived(id));
    List<SideTableReader.Guard> guards = new ArrayList<>();
    tables.guards(guards::add);
    new GuardSlots(parts, dictionary, problems).add(guards);
    tables.closings(parts.closings::add);
    tables.intake(parts.intake::add);
    tables.plausible(
        (element, range) -> parts.plausible.put(element.index(), range),
        (element, range) -> parts.allowed.put(element.index(), range));
    Map<String, List<Row>> rows =
        parts.charts.stream()
            .flatMap(chart -> chart.rows().stream())
            .collect(Collectors.groupingBy(Row::id, LinkedHashMap::new, Collectors.toList()));
    charts.headers().forEach(header -> rows.putIfAbsent(header.id(), NOT_READ));
    tables.actions(rows, treatments, parts.actions::add);
    new MeasurementReader(parts, dictionary, conditions, problems).read();
    int before = problems.found().size();
    problems.collect(
        id,
        () ->
            parts.vaccines =
                VaccineSchedule.read(files, id, dictionary, conditions::parse, parts.defaults));
    boolean calendarRead = problems.found().size() == before;
    beforeReferral();
    ReadElements read = new ReadElements(parts, dictionary);
    if (derivedRead && calendarRead) {
      read.checkDerived(derivedInVain, problems);
    }
    problems.collect(
        () ->
            parts.strata =
                Strata.of(parts.slots, parts.alternatives, parts.guardOf, read::slotName));
    if (!problems.isEmpty()) {
      return null;
    }
    read.markUsed();
    // not read here, but a proof rests on it: the digest names it too
    files.find(id + "/proof-exceptions.csv");
    parts.digest = files.digest(shared);
    return new Protocol(parts);
  }

  /** Everything that is wrong with the protocol. */
  public List<Problem> problems() {
    return problems.found();
  }

  /** The ids of the rows that stand in the charts, those that cannot be used among them. */
  public Set<String> rowIds() {
    return charts == null ? Set.of() : charts.rowIds();
  }

  /** What {@code protocol.yaml} says; null where it cannot be read. */
  public ProtocolFile file() {
    return parts.file;
  }

  /** The charts that cannot be read at all: what they hold is not known. */
  public Set<String> unreadCharts() {
    return charts == null ? Set.of() : charts.unread();
  }

  private void parameters() {
    parts.parameters.addAll(parts.file.parameters().values());
    parts.defaults =
        ParameterValues.of(
            parts.parameters.stream().map(Parameter::id).toList(),
            index(parts.parameters),
            parts.parameters.stream().map(Parameter::defaultValue).toList());
  }

  private static Map<String, Integer> index(List<Parameter> parameters) {
    Map<String, Integer> index = new LinkedHashMap<>();
    parameters.forEach(parameter -> index.put(parameter.id(), index.size()));
    return index;
  }

  private void rows(ProtocolVocabulary words) {
    ChartReader reader = new ChartReader(words, problems);
    int first = 0;
    for (Map.Entry<String, List<DroolsRule>> chart : charts.lines().entrySet()) {
      List<Integer> slots =
          charts.headers().stream()
              .filter(header -> header.chart().equals(chart.getKey()))
              .map(ProtocolVocabulary.RowHeader::slot)
              .toList();
      Chart read =
          reader.read(
              chart.getKey(),
              chart.getValue(),
              first,
              slots,
              (line, slot) -> alternative(line, slot, -1));
      parts.charts.add(read);
      first += read.rows().size();
    }
  }

  private void derived(String id) {
    String path = id + "/" + DERIVED_FILE;
    Optional<String> text = files.find(path);
    if (text.isEmpty()) {
      return;
    }
    DerivedRules reader = new DerivedRules(dictionary, known, problems);
    derivedRead =
        reader.read(
            path,
            text.get(),
            (rule, target, code) -> {
              parts.provedOnly[target] |= rule.annotations().containsKey("ProvedOnly");
              alternative(rule, target, code);
            });
    derivedInVain.addAll(reader.inVain());
  }

  /** What cannot be read of a rule is told of its own cell; the rest stands for it meanwhile. */
  private Alternative alternative(DroolsRule rule, int target, int code) {
    List<Condition> read = new ArrayList<>();
    for (int i = 0; i < rule.constraints().size(); i++) {
      String constraint = rule.constraints().get(i);
      String where = rule.atConstraint(i);
      if (!charts.wrongColumn(where)) {
        problems.collect(where, () -> read.add(conditions.parse(constraint)));
      }
    }
    Alternative alternative =
        new Alternative(
            parts.alternatives.size(),
            rule.name(),
            rule.where(),
            target,
            code,
            List.copyOf(read),
            rule.annotation("Source"));
    parts.alternatives.add(alternative);
    return alternative;
  }

  private void beforeReferral() {
    for (ActionRule action : parts.actions) {
      Treatment treatment = treatments.get(action.action());
      if (treatment != null && !treatment.beforeReferralIf().isEmpty()) {
        problems.collect(
            Treatment.FILE,
            () ->
                parts.beforeReferral.put(
                    treatment.id(), conditions.parse(treatment.beforeReferralIf())));
      }
    }
  }
}
