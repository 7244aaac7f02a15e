package org.denba.engine.mutation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.denba.engine.rules.CsvTable;
import org.denba.engine.rules.RecordedRuleFiles;
import org.denba.engine.rules.RuleFiles;

/**
 * The mutation scores as they are shipped beside the rules: a whole run takes minutes, so the pages
 * show the last one and name the digest that it is about.
 *
 * @param lines one for each part of the rules
 */
public record MutationRecord(List<Line> lines) {

  /** Where it lies below the rules root. */
  public static final String FILE = "mutation.csv";

  /** Whatever a text says, no mutant is judged differently. */
  private static final String TEXTS = "/texts_";

  private static final String[] COLUMNS = {
    "protocol", "part", "refused", "killed", "equivalent", "survived", "digest"
  };

  public MutationRecord {
    lines = List.copyOf(lines);
  }

  /**
   * @param score the score of one part
   * @param digest of the files that it is about: the part's protocol and its cases
   */
  public record Line(PartScore score, String digest) {}

  /**
   * The digest of a protocol's own files but for its texts, and of its cases; of the dose tables
   * and all cases for {@link RuleMutants#DOSES}.
   */
  public static String digest(RuleFiles files, String protocol) {
    RecordedRuleFiles read = new RecordedRuleFiles(files);
    files.list(protocol + "/").stream().filter(path -> !path.contains(TEXTS)).forEach(read::find);
    return read.digest();
  }

  /** The lines of one score. */
  public static List<Line> lines(MutationScore score, RuleFiles files) {
    String digest = digest(files, score.protocol());
    return score.parts().stream().map(part -> new Line(part, digest)).toList();
  }

  /** The lines of one protocol. */
  public List<Line> of(String protocol) {
    return lines.stream().filter(line -> line.score().protocol().equals(protocol)).toList();
  }

  /** Whether what is recorded of a protocol is about these files. */
  public boolean isOf(RuleFiles files, String protocol) {
    String digest = digest(files, protocol);
    return !of(protocol).isEmpty()
        && of(protocol).stream().allMatch(line -> line.digest().equals(digest));
  }

  /** The record that lies beside these rules; empty where none was written. */
  public static MutationRecord read(RuleFiles files) {
    return files.find(FILE).map(MutationRecord::parse).orElse(new MutationRecord(List.of()));
  }

  /** Reads a record. */
  public static MutationRecord parse(String csv) {
    List<Line> lines = new ArrayList<>();
    for (CsvTable.Row row : CsvTable.parse(FILE, csv).rows()) {
      lines.add(
          new Line(
              new PartScore(
                  row.get("protocol"),
                  row.get("part"),
                  number(row, "refused"),
                  number(row, "killed"),
                  number(row, "equivalent"),
                  number(row, "survived")),
              row.get("digest")));
    }
    return new MutationRecord(lines);
  }

  private static int number(CsvTable.Row row, String column) {
    try {
      return Integer.parseInt(row.required(column));
    } catch (NumberFormatException e) {
      throw row.problem(column, "'" + row.get(column) + "' is no number: write the record anew");
    }
  }

  /** The record as it is written. */
  public String text() {
    StringBuilder text = new StringBuilder();
    CSVFormat format =
        CSVFormat.RFC4180.builder().setHeader(COLUMNS).setRecordSeparator('\n').get();
    try (CSVPrinter printer = new CSVPrinter(text, format)) {
      for (Line line : lines) {
        PartScore score = line.score();
        printer.printRecord(
            score.protocol(),
            score.part(),
            score.refused(),
            score.killed(),
            score.equivalent(),
            score.survived(),
            line.digest());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a text cannot be written to memory", e);
    }
    return text.toString();
  }
}
