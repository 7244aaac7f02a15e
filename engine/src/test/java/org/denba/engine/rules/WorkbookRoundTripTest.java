package org.denba.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** A table that goes through a workbook is the same text afterwards. */
class WorkbookRoundTripTest {

  private static final RuleFiles SHIPPED = ClassPathRuleFiles.builtIn();

  @Test
  void noShippedTableChanges() {
    List<String> tables = SHIPPED.list("").stream().filter(path -> path.endsWith(".csv")).toList();

    assertThat(tables).hasSizeGreaterThan(200);
    for (String path : tables) {
      ChartWorkbook book =
          ChartWorkbook.read(path, ChartWorkbookWriter.write(path, SHIPPED.read(path)));
      assertThat(book.irregularities()).as(path).isEmpty();
      assertThat(book.certainText()).as(path).isEqualTo(SHIPPED.read(path));
    }
  }

  @Property(tries = 60)
  void noTableChanges(@ForAll("tables") List<List<String>> lines) {
    String csv = CsvText.of(lines);

    byte[] written = ChartWorkbookWriter.write("made/table.csv", csv);

    assertThat(ChartWorkbook.read("made/table.xlsx", written).certainText()).isEqualTo(csv);
    assertThat(
            ChartWorkbook.read(
                    "made/table.xlsx", ChartWorkbookWriter.rewrite("made/table.xlsx", csv, written))
                .certainText())
        .isEqualTo(csv);
  }

  @Property(tries = 300)
  void csvTextIsReadBack(@ForAll("tables") List<List<String>> lines) {
    assertThat(CsvTable.lines("made/table.csv", CsvText.of(lines))).isEqualTo(lines);
  }

  /** Tables with titles, no line of which is empty. */
  @Provide
  Arbitrary<List<List<String>>> tables() {
    Arbitrary<String> filled =
        Arbitraries.oneOf(
            Arbitraries.of(
                "37.5",
                "0.1",
                "90",
                "-3",
                "007",
                "1.0",
                "+5",
                "=1",
                "=A1+B2",
                "@x",
                "-x",
                "'x",
                "1e5",
                "1E400",
                "1-2",
                "3/4",
                "12:30",
                "50%",
                "37,5",
                "$5",
                "true",
                "TRUE",
                "#N/A",
                "é à ç œ …",
                "« déshydratation »",
                "a,b",
                "say \"no\"",
                "two\nlines",
                "a\r\nb",
                "_x0041_",
                "_x000D_",
                "123456789012345678",
                "0.1234567890123456",
                "-0",
                "\u0001",
                "RuleTable x",
                "  spaced ",
                "\uD83D\uDE00"),
            Arbitraries.strings()
                .ofMinLength(1)
                .ofMaxLength(12)
                .withCharRange(' ', 'ÿ')
                .filter(text -> !text.isBlank()),
            Arbitraries.doubles().between(-1000, 1000).ofScale(3).map(String::valueOf));
    Arbitrary<String> cell = Arbitraries.oneOf(filled, Arbitraries.just(""));
    return Arbitraries.integers()
        .between(1, 6)
        .flatMap(
            width ->
                filled
                    .filter(title -> !title.startsWith("RuleTable"))
                    .list()
                    .ofSize(width)
                    .flatMap(
                        titles ->
                            filled
                                .flatMap(
                                    first ->
                                        cell.list()
                                            .ofSize(width - 1)
                                            .map(rest -> joined(first, rest)))
                                .list()
                                .ofMinSize(0)
                                .ofMaxSize(6)
                                .map(rows -> joined(titles, rows))));
  }

  private static <T> List<T> joined(T first, List<T> rest) {
    List<T> all = new ArrayList<>();
    all.add(first);
    all.addAll(rest);
    return all;
  }
}
