package org.denba.fhir.workbench.booklet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.denba.engine.condition.Condition;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.protocol.Alternative;
import org.denba.engine.protocol.Chart;
import org.denba.engine.protocol.Row;

/** Writes a chart of the rules as the booklet shows it. */
final class ChartWriter {

  private final ProtocolWords words;
  private final Phrases phrases;
  private final ActionWriter actions;

  /**
   * @param dosed which treatments have a dose table
   */
  ChartWriter(ProtocolWords words, Predicate<String> dosed) {
    this.words = words;
    this.phrases = new Phrases(words);
    this.actions = new ActionWriter(words, phrases, dosed);
  }

  ChartView write(Chart chart) {
    Map<String, Condition> entry =
        common(
            chart.rows().stream()
                .filter(Row::classifies)
                .flatMap(row -> row.lines().stream())
                .map(Row.Line::alternative)
                .toList());
    List<ChartView.RowView> rows = new ArrayList<>();
    Map<String, Integer> blocks = new HashMap<>();
    String group = null;
    for (Row row : chart.rows()) {
      String own = row.subCharts().isEmpty() ? "" : row.subCharts().get(0);
      int block = blocks.merge(row.id(), 1, Integer::sum);
      String anchor = block == 1 ? row.id() : row.id() + "-" + block;
      rows.add(row(row, anchor, group != null && !own.equals(group), entry.keySet()));
      group = own;
    }
    return new ChartView(
        chart.id(),
        words.text("chart." + chart.id() + ".title"),
        phrases.all(List.copyOf(entry.values())),
        List.copyOf(rows),
        signs(chart));
  }

  private ChartView.RowView row(Row row, String anchor, boolean newGroup, Set<String> entry) {
    // the blocks of a row ask for the same; once is enough for the reader
    boolean same = !anchor.equals(row.id()) && !actions.of(row).isEmpty();
    Map<String, Condition> common =
        common(row.lines().stream().map(Row.Line::alternative).toList());
    List<Clause> lines = new ArrayList<>();
    for (Row.Line line : row.lines()) {
      line(line, common.keySet(), row.lines().size() == 1).ifPresent(lines::add);
    }
    List<Clause> shared =
        common.entrySet().stream()
            .filter(each -> !entry.contains(each.getKey()))
            .map(each -> phrases.of(each.getValue()))
            .toList();
    boolean off =
        shared.stream().anyMatch(Clause::off)
            || !lines.isEmpty() && lines.stream().allMatch(Clause::off);
    return new ChartView.RowView(
        anchor,
        row.id(),
        row.classifies() ? row.classification() : null,
        words.rowTitle(row),
        row.colour().code(),
        row.classifies() ? urgencies(row) : List.of(),
        shared,
        List.copyOf(lines),
        same ? List.of() : actions.of(row),
        same ? row.id() : null,
        actions.followUps(row),
        row.source(),
        newGroup,
        off);
  }

  /** What a line asks for beyond what all lines of its row do. */
  private Optional<Clause> line(Row.Line line, Set<String> common, boolean only) {
    List<Clause> own =
        line.alternative().conditions().stream()
            .filter(condition -> !common.contains(condition.text()))
            .map(phrases::of)
            .toList();
    String flag = line.flag().isEmpty() ? "" : words.flag(line.flag());
    if (own.isEmpty() && (only || flag.isEmpty())) {
      return flag.isEmpty() ? Optional.empty() : Optional.of(Clause.of(Piece.word(flag)));
    }
    Clause clause =
        own.size() == 1
            ? own.get(0)
            : Clause.of(own.isEmpty() ? "" : words.message("phrase.all"), Clause.ALL, own);
    return Optional.of(flag.isEmpty() ? clause : clause.after(Piece.word(flag)));
  }

  /** The urgencies of the lines that can hold here; of all lines where none can. */
  private List<String> urgencies(Row row) {
    Set<String> here = new LinkedHashSet<>();
    Set<String> all = new LinkedHashSet<>();
    for (Row.Line line : row.lines()) {
      all.add(line.urgency().code());
      if (phrases.all(line.alternative().conditions()).stream().noneMatch(Clause::off)) {
        here.add(line.urgency().code());
      }
    }
    return List.copyOf(here.isEmpty() ? all : here);
  }

  /** The conditions that stand in every one of these, by their text. */
  private static Map<String, Condition> common(List<Alternative> alternatives) {
    Map<String, Condition> common = new LinkedHashMap<>();
    if (alternatives.isEmpty()) {
      return common;
    }
    alternatives.get(0).conditions().forEach(each -> common.put(each.text(), each));
    for (Alternative other : alternatives) {
      common
          .keySet()
          .retainAll(other.conditions().stream().map(Condition::text).collect(Collectors.toSet()));
    }
    return common;
  }

  /** Every sign made of others that the chart looks at, with those that it is made of in turn. */
  private List<ChartView.SignView> signs(Chart chart) {
    Set<Integer> derived = new LinkedHashSet<>();
    for (Row row : chart.rows()) {
      row.lines().forEach(line -> collect(line.alternative(), derived));
      words.protocol().actionsOf(row).stream()
          .filter(action -> action.when() != null)
          .forEach(action -> action.when().reads(slot -> collect(slot, derived)));
      words.protocol().actionsOf(row).stream()
          .filter(action -> action.unless() != null)
          .forEach(action -> action.unless().reads(slot -> collect(slot, derived)));
    }
    return derived.stream().map(this::sign).toList();
  }

  private void collect(Alternative alternative, Set<Integer> derived) {
    alternative.conditions().forEach(condition -> condition.reads(slot -> collect(slot, derived)));
  }

  private void collect(int slot, Set<Integer> derived) {
    List<Alternative> ways = words.protocol().alternativesOf(slot);
    if (ways.isEmpty() || slot >= words.dictionary().size() || !derived.add(slot)) {
      return;
    }
    ways.forEach(way -> collect(way, derived));
  }

  private ChartView.SignView sign(int slot) {
    DataElement element = words.dictionary().elements().get(slot);
    return new ChartView.SignView(
        element.id(),
        element.label(words.language()),
        words.protocol().alternativesOf(slot).stream()
            .map(
                way ->
                    new ChartView.Way(
                        way.code() < 0 ? "" : words.code(element, element.codes().get(way.code())),
                        phrases.all(way.conditions()),
                        way.source()))
            .toList());
  }
}
