package org.denba.engine.check;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;

/** Writes tables again as the rules have them: commas, and quotes only where they are needed. */
final class TableText {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator('\n').setIgnoreEmptyLines(false).get();

  private TableText() {}

  /** The table of these cells. */
  static String of(List<List<String>> lines) {
    StringBuilder out = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(out, FORMAT)) {
      for (List<String> line : lines) {
        printer.printRecord(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory takes everything", e);
    }
    return out.toString();
  }

  /** The same table with commas between its cells; the text as it is where it is no such table. */
  static String withCommas(String text, char separator) {
    CSVFormat format =
        CSVFormat.RFC4180.builder().setDelimiter(separator).setIgnoreEmptyLines(false).get();
    List<List<String>> lines = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      parser.forEach(record -> lines.add(record.toList()));
    } catch (IOException | RuntimeException e) {
      // said elsewhere: a table that is none with commas is none with semicolons either
      return text;
    }
    return of(lines);
  }
}
