package org.denba.fhir.workbench.simulator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.protocol.Chart;
import org.denba.engine.protocol.Colour;
import org.denba.engine.protocol.Row;
import org.denba.engine.triage.TriageResult;
import org.denba.engine.triage.TriageResult.Because;
import org.denba.engine.triage.TriageResult.Classification;
import org.denba.engine.triage.TriageResult.Status;
import org.denba.fhir.workbench.booklet.Booklet;
import org.denba.fhir.workbench.booklet.ChartView;
import org.denba.fhir.workbench.simulator.AnswerView.Place;
import org.denba.fhir.workbench.simulator.AnswerView.Reason;
import org.denba.fhir.workbench.simulator.AnswerView.RowLine;
import org.denba.fhir.workbench.simulator.AnswerView.WhyNot;

/** Puts an answer into the words of its booklet, with the place of every row. */
final class AnswerWriter {

  private final Booklet booklet;
  private final DataDictionary dictionary;
  private final TriageResult result;

  /**
   * @param booklet the booklet of the answer's protocol; for a patient whom none covers any other
   *     one, whose words serve as well
   */
  AnswerWriter(Booklet booklet, DataDictionary dictionary, TriageResult result) {
    this.booklet = booklet;
    this.dictionary = dictionary;
    this.result = result;
  }

  AnswerView write() {
    return new AnswerView(
        result,
        result.classifications().stream()
            .filter(row -> row.status() == Status.PROVED)
            .map(this::row)
            .toList(),
        whyNot(),
        todo());
  }

  private RowLine row(Classification row) {
    return new RowLine(
        row,
        view(row.rule(), row.id()).map(this::place).orElse(null),
        row.because().stream().map(this::reason).toList(),
        names(row.missing()));
  }

  private Optional<ChartView.RowView> view(String rule, String classification) {
    if (!result.protocol().id().equals(booklet.protocol().id())) {
      return Optional.empty();
    }
    return booklet.charts().stream()
        .flatMap(chart -> chart.rows().stream())
        .filter(row -> row.rule().equals(rule) && classification.equals(row.id()))
        .findFirst();
  }

  private Place place(ChartView.RowView row) {
    ChartView chart =
        booklet.charts().stream()
            .filter(each -> each.rows().contains(row))
            .findFirst()
            .orElseThrow();
    return new Place(booklet.protocol().id(), chart.id(), chart.title(), row.anchor());
  }

  private Reason reason(Because because) {
    if (because.dataElement() == null) {
      String value =
          booklet.words().parameterValue(because.parameter(), because.value(), because.unit());
      return new Reason(
          booklet.words().message("answer.setting", booklet.words().parameter(because.parameter())),
          value);
    }
    String language = booklet.description().language();
    DataElement element = dictionary.element(because.dataElement()).orElseThrow();
    return new Reason(element.label(language), booklet.words().finding(element, because.value()));
  }

  private List<String> names(List<String> ids) {
    String language = booklet.description().language();
    return ids.stream()
        .map(id -> dictionary.element(id).map(e -> e.label(language)).orElse(id))
        .toList();
  }

  /**
   * The rows that are not ruled out, and the rows above the one that is proved, of every chart that
   * the answer is about.
   */
  private List<WhyNot> whyNot() {
    List<WhyNot> above = new ArrayList<>();
    result.classifications().stream()
        .filter(row -> row.status() == Status.NOT_RULED_OUT)
        .map(this::open)
        .forEach(above::add);
    if (result.protocol().id().equals(booklet.protocol().id())) {
      above.addAll(ruledOut());
    }
    return List.copyOf(above);
  }

  private WhyNot open(Classification row) {
    ChartView.RowView view = view(row.rule(), row.id()).orElse(null);
    return new WhyNot(
        row.rule(),
        row.label(),
        row.colour().code(),
        row.source(),
        view,
        view == null ? null : place(view),
        true,
        names(row.missing()));
  }

  private List<WhyNot> ruledOut() {
    Map<String, Classification> told = new LinkedHashMap<>();
    result.classifications().forEach(row -> told.put(row.rule() + "/" + row.id(), row));
    Map<String, WhyNot> above = new LinkedHashMap<>();
    for (Chart.SubChart subChart : booklet.protocol().subCharts()) {
      List<Row> rows = subChart.rows().stream().filter(Row::classifies).toList();
      for (Row row : rows.subList(0, Math.max(0, proved(rows, told)))) {
        if (!row.isGreen() && !told.containsKey(key(row))) {
          view(row.id(), row.classification())
              .filter(view -> !view.off())
              .map(this::ruledOut)
              .ifPresent(each -> above.putIfAbsent(each.place().anchor(), each));
        }
      }
    }
    return above.values().stream()
        .sorted(Comparator.comparingInt((WhyNot each) -> severity(each.row())).reversed())
        .toList();
  }

  private WhyNot ruledOut(ChartView.RowView row) {
    return new WhyNot(
        row.rule(), row.label(), row.colour(), row.source(), row, place(row), false, List.of());
  }

  private static int proved(List<Row> rows, Map<String, Classification> told) {
    for (int i = 0; i < rows.size(); i++) {
      Classification row = told.get(key(rows.get(i)));
      if (row != null && row.status() == Status.PROVED) {
        return i;
      }
    }
    return -1;
  }

  private static String key(Row row) {
    return row.id() + "/" + row.classification();
  }

  private static int severity(ChartView.RowView row) {
    for (Colour colour : Colour.values()) {
      if (colour.code().equals(row.colour())) {
        return colour.ordinal();
      }
    }
    return 0;
  }

  private List<AnswerView.Todo> todo() {
    Map<String, List<AnswerView.Item>> byKind =
        result.recommendations().stream()
            .collect(
                Collectors.groupingBy(
                    TriageResult.Recommendation::kind,
                    LinkedHashMap::new,
                    Collectors.mapping(
                        each -> new AnswerView.Item(each, names(each.doseMissing())),
                        Collectors.toList())));
    return byKind.entrySet().stream()
        .map(each -> new AnswerView.Todo(each.getKey(), each.getValue()))
        .toList();
  }
}
