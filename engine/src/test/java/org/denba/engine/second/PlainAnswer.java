package org.denba.engine.second;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.denba.engine.second.PlainRules.Block;

/**
 * What the charts say of a patient.
 *
 * @param proved the rows that win: {@code ROW urgency}, and {@code provisional} or {@code held}
 * @param open the rows that are not ruled out: {@code ROW urgency}
 * @param urgency the highest urgency that is proved
 * @param couldBe the highest that is not ruled out
 * @param decided whether the two are one
 * @param complete whether no row is open
 */
public record PlainAnswer(
    Set<String> proved,
    Set<String> open,
    String urgency,
    String couldBe,
    boolean decided,
    boolean complete) {

  private static final List<String> URGENCIES =
      List.of("undetermined", "home-care", "treat-here", "refer-nonurgent", "refer-urgent");

  /** Rows of one patient while the sub-charts are walked through. */
  private record Rows(Set<Block> proved, Set<Block> provisional, Set<Block> open) {}

  static PlainAnswer of(PlainRules rules, Picture patient) {
    Rows rows = new Rows(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
    rules.subCharts.values().forEach(subChart -> walk(subChart, patient, rows));
    int proved = 0;
    boolean green = false;
    Set<String> provedWords = new TreeSet<>();
    for (Block row : rows.proved()) {
      int urgency = urgency(row, patient, Truth.YES);
      green |= row.colour().equals("green");
      if (!row.colour().equals("green") && !row.colour().equals("none")) {
        proved = Math.max(proved, urgency);
      }
      boolean waits =
          rules.provisionalWhile.containsKey(row.chart())
              && rules.provisionalWhile.get(row.chart()).of(patient) != Truth.NO;
      provedWords.add(
          words(row, urgency)
              + (waits || rows.provisional().contains(row) ? " provisional" : "")
              + (isHeld(row, patient) ? " held" : ""));
    }
    rows.open().removeIf(row -> row.colour().equals("none"));
    boolean severeOpen = rows.open().stream().anyMatch(row -> !row.colour().equals("green"));
    // a green row counts only while nothing more severe is proved or open
    int urgency = proved > 0 ? proved : green && !severeOpen ? 1 : 0;
    int couldBe = urgency;
    Set<String> openWords = new TreeSet<>();
    for (Block row : rows.open()) {
      int open = urgency(row, patient, Truth.OPEN);
      couldBe = Math.max(couldBe, open);
      openWords.add(words(row, open));
    }
    // of a patient of whom no row says anything nothing is ruled out
    couldBe = couldBe == 0 ? URGENCIES.size() - 1 : couldBe;
    return new PlainAnswer(
        provedWords,
        openWords,
        URGENCIES.get(urgency),
        URGENCIES.get(couldBe),
        urgency == couldBe,
        openWords.isEmpty());
  }

  /** The first certain row wins; a green one only when every row above it is ruled out. */
  private static void walk(List<Block> subChart, Picture patient, Rows rows) {
    List<Block> above = new ArrayList<>();
    for (Block row : subChart) {
      Truth truth = patient.block(row);
      if (truth == Truth.YES && !(row.colour().equals("green") && !above.isEmpty())) {
        if (urgency(row, patient, Truth.OPEN) > urgency(row, patient, Truth.YES)) {
          above.add(row);
        }
        rows.proved().add(row);
        if (above.stream().anyMatch(open -> !open.colour().equals("green"))) {
          rows.provisional().add(row);
        }
        break;
      }
      if (truth != Truth.NO) {
        above.add(row);
      }
      if (truth == Truth.YES) {
        break;
      }
    }
    rows.open().addAll(above);
  }

  /** The highest urgency of the lines that are at least so true. */
  private static int urgency(Block row, Picture patient, Truth atLeast) {
    int highest = 0;
    for (int i = 0; i < row.lines().size(); i++) {
      if (row.lines().get(i).condition().of(patient).compareTo(atLeast) >= 0) {
        highest = Math.max(highest, URGENCIES.indexOf(row.urgencies().get(i)));
      }
    }
    return highest;
  }

  private static boolean isHeld(Block row, Picture patient) {
    for (int i = 0; i < row.lines().size(); i++) {
      if (row.lines().get(i).condition().of(patient) == Truth.YES
          && !row.flags().get(i).equals("held")) {
        return false;
      }
    }
    return true;
  }

  private static String words(Block row, int urgency) {
    return row.row() + " " + URGENCIES.get(urgency);
  }
}
