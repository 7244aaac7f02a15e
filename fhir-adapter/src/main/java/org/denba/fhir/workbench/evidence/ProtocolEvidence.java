package org.denba.fhir.workbench.evidence;

import java.util.List;
import org.denba.engine.protocol.ProtocolDescription;
import org.denba.fhir.workbench.coverage.Coverage;

/**
 * The evidence for a protocol.
 *
 * @param protocol the protocol
 * @param charts its charts
 * @param coverage its cases
 * @param bounds how many numbers its rules have
 * @param held how many of them have a case on either side
 * @param mutation mutation score of all charts, or null where not every chart was measured
 * @param proof proof of all charts, or null where not every chart was proved
 */
public record ProtocolEvidence(
    ProtocolDescription protocol,
    List<ChartEvidence> charts,
    Coverage coverage,
    int bounds,
    int held,
    Judgements.Score mutation,
    Judgements.Proof proof) {

  public ProtocolEvidence {
    charts = List.copyOf(charts);
  }

  /** How many rows the charts have. */
  public int rows() {
    return charts.stream().mapToInt(chart -> chart.rows().size()).sum();
  }

  /** How many rows no case covers. */
  public long uncovered() {
    return charts.stream().mapToLong(ChartEvidence::uncovered).sum();
  }

  /**
   * The evidence for a chart.
   *
   * @param id chart id
   * @param title its title
   * @param rows its rows
   * @param cases how many cases cover a row of it
   * @param bounds how many numbers it reads
   * @param held how many of them have a case on either side
   * @param mutation mutation score, or null where it was not measured on this version
   * @param proof proof, or null where this version was not proved
   */
  public record ChartEvidence(
      String id,
      String title,
      List<RowCell> rows,
      int cases,
      int bounds,
      int held,
      Judgements.Score mutation,
      Judgements.Proof proof) {

    /** How many rows no case covers. */
    public long uncovered() {
      return rows.stream().filter(row -> row.covered() == 0).count();
    }
  }

  /**
   * A row on the map.
   *
   * @param rule row id
   * @param label its classification
   * @param colour its colour
   * @param covered how many cases cover it
   * @param wins in how many cases it is proved
   * @param open in how many it is not ruled out
   * @param ruledOut in how many it is expected to be ruled out, and is
   * @param failing how many of the covering ones are not answered as expected
   */
  public record RowCell(
      String rule,
      String label,
      String colour,
      int covered,
      long wins,
      long open,
      long ruledOut,
      long failing) {}
}
