package org.denba.engine.protocol;

import java.util.ArrayList;
import java.util.List;
import org.denba.engine.condition.ConditionException;
import org.denba.engine.condition.ConditionParser;
import org.denba.engine.dictionary.DataDictionary;

/** What {@code protocol.yaml} computes from measurements and dates, and what it says of charts. */
final class MeasurementReader {

  private final ProtocolParts parts;
  private final DataDictionary dictionary;
  private final ConditionParser conditions;
  private final Problems problems;

  MeasurementReader(
      ProtocolParts parts,
      DataDictionary dictionary,
      ConditionParser conditions,
      Problems problems) {
    this.parts = parts;
    this.dictionary = dictionary;
    this.conditions = conditions;
    this.problems = problems;
  }

  void read() {
    for (ProtocolFile.ZScoreRule rule : parts.file.zScores()) {
      problems.collect(
          ProtocolFile.path(parts.file.id()),
          () ->
              parts.zScores.add(
                  new Measurements.ZScore(
                      slot(rule.element()),
                      rule,
                      rule.unless().isEmpty() ? null : conditions.parse(rule.unless()))));
    }
    for (ProtocolFile.ProvisionalRule rule : parts.file.provisionalWhile()) {
      problems.collect(ProtocolFile.path(parts.file.id()), () -> provisional(rule));
    }
    since(parts.file.daysSince(), parts.daysSince);
    since(parts.file.hoursSince(), parts.hoursSince);
    parts
        .file
        .gestation()
        .ifPresent(
            rule ->
                problems.collect(
                    ProtocolFile.path(parts.file.id()), () -> parts.gestation = gestation(rule)));
  }

  private void provisional(ProtocolFile.ProvisionalRule rule) {
    for (String chart : rule.charts()) {
      if (!parts.file.charts().contains(chart)) {
        throw new ConditionException("'" + chart + "' is no chart of this protocol");
      }
      parts.provisionalWhile.put(chart, conditions.parse(rule.possible()));
    }
  }

  private void since(List<ProtocolFile.DaysSinceRule> rules, List<Measurements.DaysSince> read) {
    for (ProtocolFile.DaysSinceRule rule : rules) {
      problems.collect(
          ProtocolFile.path(parts.file.id()),
          () -> read.add(new Measurements.DaysSince(slot(rule.element()), slot(rule.date()))));
    }
  }

  private Measurements.Gestation gestation(ProtocolFile.GestationRule rule) {
    List<Measurements.Gestation.Source> sources = new ArrayList<>();
    for (ProtocolFile.GestationRule.Source source : rule.sources()) {
      sources.add(
          new Measurements.Gestation.Source(
              slot(source.element()),
              source.daysAtDate(),
              source.daysEach(),
              source.when().isEmpty() ? null : conditions.parse(source.when())));
    }
    return new Measurements.Gestation(slot(rule.element()), List.copyOf(sources));
  }

  private int slot(String element) {
    return dictionary
        .element(element)
        .orElseThrow(() -> new ConditionException("'" + element + "' is no data element"))
        .index();
  }
}
