package org.denba.engine.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.denba.engine.assessment.ParameterValues;
import org.denba.engine.condition.Condition;
import org.denba.engine.condition.ConditionException;
import org.denba.engine.condition.ConditionParser;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.dictionary.ElementType;
import org.denba.engine.immunisation.VaccineSchedule;
import org.denba.engine.rules.RecordedRuleFiles;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.rules.RuleFiles;

/**
 * Reads a protocol's folder and puts the protocol together, or says everything that is wrong with
 * it.
 */
public final class ProtocolReader {

  private static final String DERIVED_FILE = "derived.drl";

  private final RecordedRuleFiles files;
  private final RecordedRuleFiles shared;
  private final DataDictionary dictionary;
  private final Map<String, Treatment> treatments;
  private final KnownTexts known;
  private final Problems problems = new Problems();
  private final ProtocolParts parts = new ProtocolParts();
  private ConditionParser conditions;

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
    parts.file = ProtocolFile.read(files, id);
    parts.elements = dictionary.size();
    ChartFiles chartFiles = new ChartFiles(files, known, problems);
    Map<String, List<DroolsRule>> charts = chartFiles.read(parts.file);
    List<ProtocolVocabulary.RowHeader> headers = chartFiles.headers(charts, parts.elements);
    problems.throwIfAny(id);
    parts.slots = parts.elements + headers.size();
    parameters();
    ProtocolVocabulary words =
        new ProtocolVocabulary(dictionary, parts.parameters, index(parts.parameters), headers);
    conditions = new ConditionParser(words);
    SideTableReader tables = new SideTableReader(files, id, words, problems);

    rows(charts, headers, words);
    parts.provedOnly = new boolean[dictionary.size()];
    derived(id);
    List<SideTableReader.Guard> guards = new ArrayList<>();
    tables.guards(guards::add);
    guards(guards);
    tables.closings(parts.closings::add);
    tables.intake(parts.intake::add);
    tables.plausible(
        (element, range) -> parts.plausible.put(element.index(), range),
        (element, range) -> parts.allowed.put(element.index(), range));
    Map<String, List<Row>> rows =
        parts.charts.stream()
            .flatMap(chart -> chart.rows().stream())
            .collect(Collectors.groupingBy(Row::id, LinkedHashMap::new, Collectors.toList()));
    tables.actions(rows, treatments, parts.actions::add);
    new MeasurementReader(parts, dictionary, conditions, problems).read();
    problems.collect(
        id,
        () ->
            parts.vaccines =
                VaccineSchedule.read(files, id, dictionary, conditions::parse, parts.defaults));
    beforeReferral();
    problems.throwIfAny(id);

    ReadElements read = new ReadElements(parts, dictionary);
    read.checkDerived(problems);
    parts.strata =
        Strata.of(
            parts.slots,
            parts.alternatives,
            parts.guardOf,
            new ReadElements(parts, dictionary)::slotName);
    problems.throwIfAny(id);
    read.markUsed();
    // not read here, but a proof rests on it: the digest names it too
    files.find(id + "/proof-exceptions.csv");
    parts.digest = files.digest(shared);
    return new Protocol(parts);
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

  private void rows(
      Map<String, List<DroolsRule>> charts,
      List<ProtocolVocabulary.RowHeader> headers,
      ProtocolVocabulary words) {
    ChartReader reader = new ChartReader(words, problems);
    int first = 0;
    for (Map.Entry<String, List<DroolsRule>> chart : charts.entrySet()) {
      List<Integer> slots =
          headers.stream()
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
    files
        .find(path)
        .ifPresent(
            text -> {
              for (DroolsRule rule : known.rules(path, text, DroolsRuleReader::drl)) {
                problems.collect(rule.where(), () -> derivedRule(rule));
              }
            });
  }

  private void derivedRule(DroolsRule rule) {
    String id = rule.annotation("Derives");
    DataElement element =
        dictionary
            .element(id)
            .orElseThrow(
                () ->
                    new ConditionException(
                        "'" + id + "' is no data element: add it to " + DataDictionary.FILE));
    if (!element.derived()) {
      throw new ConditionException(
          "'" + id + "' is collected, not derived: a rule cannot make it true");
    }
    int code = -1;
    if (element.type() == ElementType.CODED) {
      code = element.codes().indexOf(rule.annotation("Code"));
      if (code < 0) {
        throw new ConditionException(
            "'" + rule.annotation("Code") + "' is no code of '" + id + "': " + element.codes());
      }
    }
    if (rule.annotation("Source").isEmpty()) {
      throw new ConditionException("the rule has no @Source");
    }
    parts.provedOnly[element.index()] |= rule.annotations().containsKey("ProvedOnly");
    alternative(rule, element.index(), code);
  }

  private Alternative alternative(DroolsRule rule, int target, int code) {
    List<Condition> read = rule.constraints().stream().map(conditions::parse).toList();
    Alternative alternative =
        new Alternative(
            parts.alternatives.size(),
            rule.name(),
            rule.where(),
            target,
            code,
            read,
            rule.annotation("Source"));
    parts.alternatives.add(alternative);
    return alternative;
  }

  private void guards(List<SideTableReader.Guard> guards) {
    int firstGuard = parts.slots;
    parts.slots += guards.size();
    parts.guardOf = new int[parts.slots];
    Arrays.fill(parts.guardOf, -1);
    for (SideTableReader.Guard guard : guards) {
      int slot = firstGuard++;
      if (parts.guardOf[guard.element().index()] >= 0) {
        problems.add(
            guard.where(),
            "'" + guard.element().id() + "' has a guard already: join the two with or");
      }
      parts.guardOf[guard.element().index()] = slot;
      parts.alternatives.add(
          new Alternative(
              parts.alternatives.size(),
              "asked " + guard.element().id(),
              guard.where(),
              slot,
              -1,
              List.of(guard.askedWhen()),
              ""));
    }
    parts.provedOnly = Arrays.copyOf(parts.provedOnly, parts.slots);
    parts.codedSlot = new boolean[parts.slots];
    for (DataElement element : dictionary.elements()) {
      parts.codedSlot[element.index()] = element.derived() && element.type() == ElementType.CODED;
    }
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
