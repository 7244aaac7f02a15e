package org.denba.engine.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.denba.engine.rules.CsvTable;
import org.junit.jupiter.api.Test;

/**
 * Two hundred mistakes, made by chance over the shipped files with a fixed seed: each alone is
 * found, in its own file, and none ends the check.
 */
class SeededMistakesTest {

  private static final long SEED = 20261122;
  private static final int MISTAKES = 200;
  private static final int FIRST_DATA_ROW = 5;

  /** An edit of a table's cells; null where it cannot be made there. */
  private record Edit(String what, String path, String text) {}

  private final Random random = new Random(SEED);
  private final EditedRules shipped = EditedRules.shipped();

  @Test
  void eachOfTwoHundredMistakesIsFoundInItsFile() {
    List<String> charts = new ArrayList<>();
    List<String> drl = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    List<String> cases = new ArrayList<>();
    List<String> side = new ArrayList<>();
    for (String path : shipped.list("")) {
      if (path.startsWith("overlays/")) {
        continue;
      }
      if (path.endsWith(".csv") && shipped.read(path).startsWith("RuleTable")) {
        charts.add(path);
      } else if (path.endsWith("/guards.csv") || path.endsWith("/actions.csv")) {
        side.add(path);
      } else if (path.endsWith(".drl")) {
        drl.add(path);
      } else if (path.matches("[a-z-]+/texts_fr\\.properties") && !path.startsWith("doses")) {
        texts.add(path);
      } else if (path.contains("/cases/") && !path.endsWith("_bases.yaml")) {
        cases.add(path);
      }
    }
    List<String> silent = new ArrayList<>();
    for (int made = 0; made < MISTAKES; ) {
      Edit edit =
          switch (made % 10) {
            case 0, 1, 2, 3, 4 -> chart(any(charts));
            case 5, 6 -> side(any(side));
            case 7 -> replaced(any(drl), "\"([a-z]+-[a-z-]+)\"", "\"%sq\"");
            case 8 -> replaced(any(texts), "\n([a-z]+\\.[A-Za-z0-9.-]+)=", "\n%sq=");
            default -> replaced(any(cases), "findings: \\{ ([a-z-]+):", "findings: { %sq:");
          };
      if (edit == null) {
        continue;
      }
      made++;
      CheckReport report = shipped.with(edit.path(), edit.text()).check();
      if (report.mistakes().stream().noneMatch(m -> m.place().file().equals(edit.path()))) {
        silent.add(edit.path() + " " + edit.what() + " " + report.mistakes());
      }
      assertThat(report.mistakes()).extracting(Mistake::code).doesNotContain("unreadable");
    }
    assertThat(silent).isEmpty();
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private Edit chart(String path) {
    List<BiFunction<Integer, String, String>> kinds = new ArrayList<>();
    kinds.add((row, cell) -> cell.equals("yes") ? "Yes" : null);
    kinds.add((row, cell) -> cell.equals("no") ? "non" : null);
    kinds.add((row, cell) -> cell.matches("\\d+(\\.\\d+)?") ? cell + " d" : null);
    kinds.add((row, cell) -> cell.matches("\\d+\\.\\d+") ? cell.replace('.', ',') : null);
    kinds.add((row, cell) -> cell.matches("pink|yellow|green") ? "red" : null);
    kinds.add((row, cell) -> cell.matches("refer-urgent|treat-here|home-care") ? cell + "s" : null);
    kinds.add((row, cell) -> cell.matches("\\{.*}") ? cell.replace("}", "x}") : null);
    kinds.add((row, cell) -> cell.equals("yes") ? "=A1" : null);
    kinds.add((row, cell) -> cell.equals("yes") ? "\u00a0yes" : null);
    kinds.add((row, cell) -> cell.contains("booklet") ? "" : null);
    List<List<String>> lines = new ArrayList<>(CsvTable.lines(path, shipped.read(path)));
    if (random.nextInt(4) == 0) {
      return head(path, lines);
    }
    return cell(path, lines, any(kinds), FIRST_DATA_ROW);
  }

  private Edit head(String path, List<List<String>> lines) {
    int row = 1 + random.nextInt(4);
    int column = random.nextInt(lines.get(1).size());
    String before = lines.get(row).get(column);
    if (before.isEmpty()) {
      return null;
    }
    if (row == 4) {
      return edited(path, lines, row, column, "");
    }
    Matcher word = Pattern.compile("[A-Za-z-]{4,}").matcher(before);
    List<String> words = new ArrayList<>();
    while (word.find()) {
      if (!word.group().equals("param")) {
        words.add(word.group());
      }
    }
    if (words.isEmpty()) {
      return null;
    }
    String one = any(words);
    return edited(path, lines, row, column, before.replaceFirst(Pattern.quote(one), one + "q"));
  }

  private Edit side(String path) {
    List<BiFunction<Integer, String, String>> kinds = new ArrayList<>();
    kinds.add((row, cell) -> cell.matches("TX-[A-Z-]+|AC-[A-Z-]+") ? cell + "Q" : null);
    kinds.add(
        (row, cell) -> cell.matches("yes\\([a-z-]+\\).*") ? cell.replaceFirst("\\)", "q)") : null);
    kinds.add((row, cell) -> cell.contains("yes(") ? cell.replaceFirst("yes\\(", "not(") : null);
    kinds.add((row, cell) -> cell.contains("no(") ? cell.replaceFirst("\\)", "") : null);
    return cell(path, new ArrayList<>(CsvTable.lines(path, shipped.read(path))), any(kinds), 1);
  }

  private Edit cell(
      String path,
      List<List<String>> lines,
      BiFunction<Integer, String, String> kind,
      int firstRow) {
    List<int[]> places = new ArrayList<>();
    for (int row = firstRow; row < lines.size(); row++) {
      for (int column = 0; column < lines.get(row).size(); column++) {
        if (!lines.get(row).get(column).isEmpty()
            && kind.apply(row, lines.get(row).get(column)) != null) {
          places.add(new int[] {row, column});
        }
      }
    }
    if (places.isEmpty()) {
      return null;
    }
    int[] at = any(places);
    return edited(path, lines, at[0], at[1], kind.apply(at[0], lines.get(at[0]).get(at[1])));
  }

  private static Edit edited(
      String path, List<List<String>> lines, int row, int column, String text) {
    List<String> line = new ArrayList<>(lines.get(row));
    String what = (row + 1) + ": '" + line.set(column, text) + "' became '" + text + "'";
    lines.set(row, line);
    return new Edit(what, path, TableText.of(lines));
  }

  private Edit replaced(String path, String pattern, String by) {
    String text = shipped.read(path);
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    List<int[]> places = new ArrayList<>();
    List<String> words = new ArrayList<>();
    while (matcher.find()) {
      places.add(new int[] {matcher.start(), matcher.end()});
      words.add(matcher.group(1));
    }
    if (places.isEmpty()) {
      return null;
    }
    int at = random.nextInt(places.size());
    return new Edit(
        "'" + words.get(at) + "' mistyped",
        path,
        text.substring(0, places.get(at)[0])
            + String.format(by, words.get(at))
            + text.substring(places.get(at)[1]));
  }
}
