package org.denba.engine.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.denba.engine.condition.Compare;
import org.denba.engine.condition.Condition;
import org.denba.engine.condition.IsCode;
import org.denba.engine.condition.SettingIs;
import org.denba.engine.condition.Threshold;
import org.denba.engine.condition.YesNo;
import org.denba.engine.dictionary.NearestId;
import org.denba.engine.protocol.Chart;
import org.denba.engine.protocol.Colour;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.protocol.ProtocolFile;
import org.denba.engine.protocol.Row;

/**
 * Looks at a chart's lines beside each other: lines that can never hold, rows that can never be
 * reached, a pink row below a milder one. It compares conditions as they are written; what only
 * follows from derived signs is for a proof.
 */
final class LineCheck {

  private static final int TYPING_ERRORS = 2;

  private final Protocol protocol;
  private final Findings findings;

  LineCheck(Protocol protocol, Findings findings) {
    this.protocol = protocol;
    this.findings = findings;
  }

  void check() {
    for (Row row : protocol.rows()) {
      row.lines().forEach(this::never);
      row.lines().forEach(line -> flag(row, line));
    }
    for (Chart.SubChart subChart : protocol.subCharts()) {
      reach(subChart.rows());
      order(subChart.rows());
    }
  }

  private void never(Row.Line line) {
    List<Condition> all = line.alternative().conditions();
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        if (excludes(all.get(i), all.get(j)) || excludes(all.get(j), all.get(i))) {
          String both = all.get(i).text() + " and " + all.get(j).text();
          findings.error(
              "never-true",
              place(line),
              both,
              "",
              "the line can never apply: " + both + " do not hold together");
          return;
        }
      }
    }
  }

  static boolean excludes(Condition one, Condition other) {
    if (one instanceof YesNo first && other instanceof YesNo second) {
      return first.slot() == second.slot() && first.yes() != second.yes();
    }
    if (one instanceof IsCode first && other instanceof IsCode second) {
      return first.slot() == second.slot() && (first.mask() & second.mask()) == 0;
    }
    if (one instanceof SettingIs first && other instanceof SettingIs second) {
      return !first.setting().equals(second.setting());
    }
    if (one instanceof Compare low
        && other instanceof Compare high
        && low.slot() == high.slot()
        && low.threshold() instanceof Threshold.Fixed from
        && high.threshold() instanceof Threshold.Fixed to) {
      boolean upwards =
          low.operator() == Compare.Operator.AT_LEAST || low.operator() == Compare.Operator.ABOVE;
      boolean downwards =
          high.operator() == Compare.Operator.AT_MOST || high.operator() == Compare.Operator.BELOW;
      boolean open =
          low.operator() == Compare.Operator.ABOVE || high.operator() == Compare.Operator.BELOW;
      return upwards
          && downwards
          && (from.number() > to.number() || open && from.number() == to.number());
    }
    return false;
  }

  /** A row each of whose lines asks for all that a line above it asks for is never reached. */
  private void reach(List<Row> rows) {
    List<Row.Line> above = new ArrayList<>();
    for (Row row : rows) {
      if (row.subCharts().size() == 1 && !row.lines().isEmpty()) {
        List<Row.Line> covering = new ArrayList<>();
        for (Row.Line line : row.lines()) {
          above.stream().filter(first -> covers(first, line)).findFirst().ifPresent(covering::add);
        }
        if (covering.size() == row.lines().size()) {
          findings.error(
              "unreachable-row",
              place(row.lines().get(0)),
              row.id(),
              "",
              "the row '"
                  + row.id()
                  + "' is never reached: whenever it applies, "
                  + covering.get(0).alternative().where()
                  + " above it applies: move it up, or correct one of the two");
        }
      }
      above.addAll(row.lines());
    }
  }

  private static boolean covers(Row.Line first, Row.Line line) {
    return texts(line).containsAll(texts(first));
  }

  private static Set<String> texts(Row.Line line) {
    return line.alternative().conditions().stream()
        .map(Condition::text)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private void order(List<Row> rows) {
    Row milder = null;
    for (Row row : rows) {
      if (row.colour() == Colour.PINK && milder != null) {
        findings.error(
            "colour-order",
            place(row.lines().get(0)),
            row.colour().code(),
            "",
            "the pink row '"
                + row.id()
                + "' stands below the "
                + milder.colour().code()
                + " row '"
                + milder.id()
                + "' of its sub-chart, which would win: move it up");
        return;
      }
      if (row.colour() == Colour.GREEN || row.colour() == Colour.YELLOW) {
        milder = row;
      }
    }
  }

  /** Most flags are words for the client; one that is nearly a word of the engine is mistyped. */
  private void flag(Row row, Row.Line line) {
    if (line.flag().isEmpty()) {
      return;
    }
    List<String> known = new ArrayList<>(List.of(Row.PRE_REFERRAL, Row.HELD, Row.NEVER_PROVED));
    protocol.file().referralFlags().stream()
        .map(ProtocolFile.ReferralFlag::flag)
        .forEach(known::add);
    if (known.contains(line.flag()) || line.flag().length() <= 2 * TYPING_ERRORS) {
      return;
    }
    NearestId.within(TYPING_ERRORS, line.flag(), known)
        .ifPresent(
            near ->
                findings.error(
                    "unknown-flag",
                    findings.places().of(line.alternative().where() + ":Flag", ""),
                    line.flag(),
                    near,
                    "'"
                        + line.flag()
                        + "' is no flag of the row '"
                        + row.id()
                        + "' that the engine"
                        + " knows, perhaps '"
                        + near
                        + "'"));
  }

  private Place place(Row.Line line) {
    return findings.places().of(line.alternative().where(), "");
  }
}
