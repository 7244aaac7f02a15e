package org.denba.fhir.workbench.evidence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.denba.fhir.workbench.booklet.Booklet;
import org.denba.fhir.workbench.booklet.ChartView;
import org.denba.fhir.workbench.coverage.Coverage;
import org.denba.fhir.workbench.coverage.Coverage.Side;
import org.denba.fhir.workbench.coverage.HeldBound;
import org.denba.fhir.workbench.evidence.ProtocolEvidence.ChartEvidence;
import org.denba.fhir.workbench.evidence.ProtocolEvidence.RowCell;

/** Sums up what is known of the charts of a protocol. */
final class EvidenceWriter {

  private final Booklet booklet;
  private final Coverage coverage;
  private final Judgements judgements;

  EvidenceWriter(Booklet booklet, Coverage coverage, Judgements judgements) {
    this.booklet = booklet;
    this.coverage = coverage;
    this.judgements = judgements;
  }

  ProtocolEvidence write() {
    List<ChartEvidence> charts = booklet.charts().stream().map(this::chart).toList();
    return new ProtocolEvidence(
        booklet.description(),
        charts,
        coverage,
        coverage.bounds().size(),
        held(coverage.bounds()),
        all(charts, ChartEvidence::mutation, Judgements.Score::plus),
        all(charts, ChartEvidence::proof, Judgements.Proof::plus));
  }

  private ChartEvidence chart(ChartView chart) {
    Map<String, RowCell> rows = new LinkedHashMap<>();
    for (ChartView.RowView row : chart.rows()) {
      rows.putIfAbsent(row.rule(), cell(row));
    }
    List<HeldBound> bounds = coverage.boundsOf(chart.id());
    return new ChartEvidence(
        chart.id(),
        chart.title(),
        List.copyOf(rows.values()),
        coverage.covering(List.copyOf(rows.keySet())).size(),
        bounds.size(),
        held(bounds),
        judgements.mutation(booklet.protocol(), chart.id()).orElse(null),
        judgements.proof(booklet.protocol(), chart.id()).orElse(null));
  }

  private RowCell cell(ChartView.RowView row) {
    String rule = row.rule();
    return new RowCell(
        rule,
        row.label(),
        row.colour(),
        coverage.of(rule).size(),
        coverage.count(rule, Side.WINS),
        coverage.count(rule, Side.OPEN),
        coverage.count(rule, Side.RULED_OUT),
        coverage.failing(rule));
  }

  private static int held(List<HeldBound> bounds) {
    return (int) bounds.stream().filter(HeldBound::held).count();
  }

  /** The sum, or null where one chart has nothing to add: a part is not told as the whole. */
  private static <T> T all(
      List<ChartEvidence> charts, Function<ChartEvidence, T> of, BinaryOperator<T> plus) {
    List<T> each = charts.stream().map(of).toList();
    return each.stream().anyMatch(Objects::isNull) ? null : each.stream().reduce(plus).orElse(null);
  }
}
