package org.denba.engine.mutation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.denba.engine.TriageEngine;
import org.denba.engine.mutation.Verdict.Fate;
import org.denba.engine.rules.CsvTable;
import org.denba.engine.rules.RuleFiles;

/**
 * The mutation scores as they are shipped beside the rules: a whole run takes minutes, so the pages
 * show the last one. Each part names the digest of the rules that it was measured on; cases are not
 * in it, so that one more case never makes a score stale.
 *
 * @param parts one for each chart, side table and dose table
 */
public record MutationRecord(List<Part> parts) {

  /** The scores, below the rules root. */
  public static final String FILE = "mutation.csv";

  /** The changes that no case noticed, and those that change nothing, below the rules root. */
  public static final String UNNOTICED_FILE = "mutation-unnoticed.csv";

  private static final List<Fate> UNNOTICED = List.of(Fate.SURVIVED, Fate.EQUIVALENT, Fate.ARGUED);
  private static final String[] COLUMNS = {
    "protocol", "part", "refused", "killed", "equivalent", "argued", "survived", "digest"
  };
  private static final String[] UNNOTICED_COLUMNS = {
    "protocol", "part", "fate", "place", "change", "by"
  };

  public MutationRecord {
    parts = List.copyOf(parts);
  }

  /**
   * What was measured of one part.
   *
   * @param score how many changes were noticed
   * @param digest of the rules that it was measured on, see {@link PartDigest}
   * @param unnoticed the changes that survived, each with the case that would notice it, and those
   *     that change nothing, each with the reason
   */
  public record Part(PartScore score, String digest, List<Unnoticed> unnoticed) {

    public Part {
      unnoticed = List.copyOf(unnoticed);
    }

    /** The changes that no case noticed. */
    public List<Unnoticed> survivors() {
      return unnoticed.stream().filter(each -> each.fate() == Fate.SURVIVED).toList();
    }

    /** The changes that no case noticed and of which nothing is proved. */
    List<Unnoticed> notProved() {
      return unnoticed.stream().filter(each -> each.fate() != Fate.EQUIVALENT).toList();
    }

    /** Whether it was measured on these rules; if not, a page says so beside the score. */
    public boolean isOf(TriageEngine engine) {
      return digest.equals(PartDigest.of(engine, score.protocol(), score.part()));
    }
  }

  /**
   * A change that no case noticed.
   *
   * @param fate survived, equivalent or argued
   * @param place file, row and column, as a spreadsheet shows them
   * @param change what is changed, in words ({@code yes -> no})
   * @param by of a survivor the case that would notice it, empty where none was found; else why it
   *     changes nothing
   */
  public record Unnoticed(Fate fate, String place, String change, String by) {}

  /** What a run found, as it is recorded. */
  public static List<Part> parts(MutationScore score, TriageEngine engine) {
    List<Part> parts = new ArrayList<>();
    for (PartScore part : score.parts()) {
      List<Unnoticed> unnoticed =
          score.verdicts().stream()
              .filter(verdict -> verdict.mutant().part().equals(part.part()))
              .filter(verdict -> !verdict.noticed())
              .map(MutationRecord::unnoticed)
              .toList();
      String digest = PartDigest.of(engine, part.protocol(), part.part());
      parts.add(new Part(part, digest, unnoticed));
    }
    return parts;
  }

  private static Unnoticed unnoticed(Verdict verdict) {
    Mutant mutant = verdict.mutant();
    return new Unnoticed(verdict.fate(), mutant.place(), mutant.change(), verdict.by());
  }

  /** The parts of one protocol. */
  public List<Part> of(String protocol) {
    return parts.stream().filter(part -> part.score().protocol().equals(protocol)).toList();
  }

  /** One part of a protocol; empty where it was never measured. */
  public Optional<Part> of(String protocol, String part) {
    return of(protocol).stream().filter(each -> each.score().part().equals(part)).findFirst();
  }

  /** The score of all parts of one protocol together. */
  public PartScore total(String protocol) {
    return of(protocol).stream()
        .map(Part::score)
        .reduce(new PartScore(protocol, protocol, 0, 0, 0, 0, 0), PartScore::plus);
  }

  /** The record that lies beside these rules; empty where none was written. */
  public static MutationRecord read(RuleFiles files) {
    return files
        .find(FILE)
        .map(csv -> parse(csv, files.find(UNNOTICED_FILE).orElse("")))
        .orElse(new MutationRecord(List.of()));
  }

  /** Reads the two files of a record. */
  static MutationRecord parse(String scores, String unnoticed) {
    List<CsvTable.Row> left =
        unnoticed.isBlank() ? List.of() : CsvTable.parse(UNNOTICED_FILE, unnoticed).rows();
    List<Part> parts = new ArrayList<>();
    for (CsvTable.Row row : CsvTable.parse(FILE, scores).rows()) {
      PartScore score =
          new PartScore(
              row.get("protocol"),
              row.get("part"),
              number(row, "refused"),
              number(row, "killed"),
              number(row, "equivalent"),
              number(row, "argued"),
              number(row, "survived"));
      List<Unnoticed> own =
          left.stream()
              .filter(each -> each.get("protocol").equals(score.protocol()))
              .filter(each -> each.get("part").equals(score.part()))
              .map(MutationRecord::unnoticed)
              .toList();
      parts.add(new Part(score, row.get("digest"), own));
    }
    return new MutationRecord(parts);
  }

  private static Unnoticed unnoticed(CsvTable.Row row) {
    Fate fate =
        UNNOTICED.stream()
            .filter(each -> word(each).equals(row.get("fate")))
            .findFirst()
            .orElseThrow(
                () ->
                    row.problem(
                        "fate", "'" + row.get("fate") + "' is not known: write the record anew"));
    return new Unnoticed(fate, row.get("place"), row.get("change"), row.get("by"));
  }

  private static String word(Fate fate) {
    return fate.name().toLowerCase(Locale.ROOT);
  }

  private static int number(CsvTable.Row row, String column) {
    try {
      return Integer.parseInt(row.required(column));
    } catch (NumberFormatException e) {
      throw row.problem(column, "'" + row.get(column) + "' is no number: write the record anew");
    }
  }

  /** The scores as {@link #FILE} has them. */
  public String scores() {
    List<Object[]> lines = new ArrayList<>();
    for (Part part : parts) {
      PartScore score = part.score();
      lines.add(
          new Object[] {
            score.protocol(),
            score.part(),
            score.refused(),
            score.killed(),
            score.equivalent(),
            score.argued(),
            score.survived(),
            part.digest()
          });
    }
    return csv(COLUMNS, lines);
  }

  /** What was not noticed as {@link #UNNOTICED_FILE} has it. */
  public String unnoticed() {
    List<Object[]> lines = new ArrayList<>();
    for (Part part : parts) {
      for (Unnoticed each : part.unnoticed()) {
        lines.add(
            new Object[] {
              part.score().protocol(),
              part.score().part(),
              word(each.fate()),
              each.place(),
              each.change(),
              each.by().strip()
            });
      }
    }
    return csv(UNNOTICED_COLUMNS, lines);
  }

  private static String csv(String[] columns, List<Object[]> lines) {
    StringBuilder text = new StringBuilder();
    CSVFormat format =
        CSVFormat.RFC4180.builder().setHeader(columns).setRecordSeparator('\n').get();
    try (CSVPrinter printer = new CSVPrinter(text, format)) {
      for (Object[] line : lines) {
        printer.printRecord(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a text cannot be written to memory", e);
    }
    return text.toString();
  }
}
