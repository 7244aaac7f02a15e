package org.denba.engine.check;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.denba.engine.rules.CsvTable;
import org.denba.engine.rules.RuleFileException;

/**
 * How a file was saved: its encoding, its line ends and, of a table, what separates the cells and
 * what a spreadsheet left in them. Gives the text as it was meant, so that what is wrong with its
 * words is found at the same time.
 */
final class FileForm {

  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final String MARK = "\uFEFF";
  private static final String SAVE_AS =
      "save it as CSV with commas: in LibreOffice 'Edit filter settings', field delimiter ',',"
          + " character set UTF-8";

  private final String path;
  private final Findings findings;
  private boolean changed;

  private FileForm(String path, Findings findings) {
    this.path = path;
    this.findings = findings;
  }

  /**
   * @param path the file's path below the rules root
   * @param findings takes what is wrong with its form
   * @return the text as it was meant, or null where that is what the file says anyway
   */
  static String meant(String path, byte[] bytes, Findings findings) {
    FileForm form = new FileForm(path, findings);
    String text = form.text(bytes);
    if (text.isBlank()) {
      findings.error(
          "empty-file", Place.of(path), "", "", "the file is empty: remove it, or fill it in");
    } else if (path.endsWith(".csv")) {
      text = form.table(text);
    }
    return form.changed ? text : null;
  }

  private String text(byte[] bytes) {
    String text = decoded(bytes);
    if (text.startsWith(MARK)) {
      findings.warn(
          "byte-order-mark",
          Place.of(path, 1),
          "",
          "",
          "the file begins with a byte order mark, which is passed over: save it as UTF-8 without"
              + " one");
      text = text.substring(1);
      changed = true;
    }
    if (text.indexOf('\r') >= 0) {
      int line = (int) text.substring(0, text.indexOf('\r')).chars().filter(c -> c == '\n').count();
      findings.warn(
          "line-ends",
          Place.of(path, line + 1),
          "CRLF",
          "LF",
          "the lines end as Windows writes them (CRLF): save it with Unix line ends (LF)");
      text = text.replace("\r\n", "\n").replace('\r', '\n');
      changed = true;
    }
    if (text.indexOf('\0') >= 0) {
      findings.error(
          "not-text", Place.of(path), "", "", "is not a text file: save it as UTF-8 text");
    }
    return text;
  }

  private String decoded(byte[] bytes) {
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    if (!decoder.decode(in, out, true).isError()) {
      return out.flip().toString();
    }
    int line = (int) out.flip().chars().filter(c -> c == '\n').count() + 1;
    String meant = new String(bytes, WINDOWS);
    String there = meant.split("\n", -1)[line - 1].strip();
    findings.error(
        "not-utf-8",
        Place.of(path, line),
        there.length() > 60 ? there.substring(0, 60) + "…" : there,
        "",
        "is not UTF-8 text: it was saved as Windows-1252 or the like; save it again as UTF-8");
    changed = true;
    return meant;
  }

  private String table(String text) {
    String commas = text;
    char separator = separator(text);
    if (separator != ',') {
      findings.error(
          separator == ';' ? "semicolons" : "tabs",
          Place.of(path, 1),
          separator == ';' ? ";" : "tab",
          ",",
          "the cells are separated by "
              + (separator == ';' ? "semicolons, as French Excel writes CSV: " : "tabs: ")
              + SAVE_AS
              + ", or run check --fix");
      commas = TableText.withCommas(text, separator);
      changed = true;
    }
    List<List<String>> lines;
    try {
      lines = CsvTable.lines(path, commas);
    } catch (RuleFileException e) {
      findings.tell(e.problems());
      return commas;
    }
    findings.places().tableIs(path, lines);
    List<List<String>> meant = new CellForm(path, findings).meant(lines);
    if (!meant.equals(lines)) {
      changed = true;
      return TableText.of(meant);
    }
    return commas;
  }

  /** What separates the cells: of a chart the second line tells, of a table the first. */
  private static char separator(String text) {
    String[] lines = text.split("\n", 3);
    String head = lines[0].startsWith("RuleTable") && lines.length > 1 ? lines[1] : lines[0];
    for (char other : new char[] {';', '\t'}) {
      if (head.indexOf(other) >= 0
          && head.chars().filter(c -> c == other).count()
              > head.chars().filter(c -> c == ',').count()) {
        return other;
      }
    }
    return ',';
  }
}
