package org.denba.engine.rules;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How the bytes of a rule file become its text: a text file as it is, a table that lies there as a
 * workbook as the CSV that it would be.
 */
final class TextFile {

  private static final String TABLE = ".csv";
  private static final String WORKBOOK = ".xlsx";

  /** What a spreadsheet may save by default, and what cannot be read. */
  private static final List<String> OTHER_FORMATS = List.of(".ods", ".xls", ".xlsm", ".xlsb");

  private TextFile() {}

  /**
   * @param path path below the rules root
   * @param bytes gives the bytes of the file of this path, or none
   * @throws RuleFileException when the file is no UTF-8, no usable workbook, or both are there
   */
  static Optional<String> find(String path, Function<String, Optional<byte[]>> bytes) {
    Optional<byte[]> text = bytes.apply(path);
    if (!path.endsWith(TABLE)) {
      return text.map(content -> decoded(path, content));
    }
    String book = workbook(path);
    Optional<byte[]> table = bytes.apply(book);
    if (text.isPresent() && table.isPresent()) {
      throw new RuleFileException(
          path, "there is also " + book + ", and only one of them can be in force: delete one");
    }
    if (table.isPresent()) {
      return Optional.of(ChartWorkbook.read(book, table.get()).certainText());
    }
    if (text.isEmpty()) {
      refuseOtherFormats(path, bytes);
    }
    return text.map(content -> decoded(path, content));
  }

  /** The workbook that lies in place of a table, whatever is irregular in it. */
  static Optional<ChartWorkbook> workbookAt(String path, Function<String, Optional<byte[]>> bytes) {
    return path.endsWith(TABLE)
        ? bytes.apply(workbook(path)).map(content -> ChartWorkbook.read(workbook(path), content))
        : Optional.empty();
  }

  /** The workbook that may lie in place of a table: {@code fever.xlsx} for {@code fever.csv}. */
  static String workbook(String path) {
    return path.substring(0, path.length() - TABLE.length()) + WORKBOOK;
  }

  private static boolean isWorkbook(String path) {
    return path.endsWith(WORKBOOK);
  }

  /**
   * The paths by which files are read: a workbook by that of its table. What a spreadsheet leaves
   * beside a file that it has open is left out.
   */
  static List<String> readable(List<String> paths) {
    return paths.stream()
        .filter(path -> !isLock(path))
        .map(TextFile::table)
        .distinct()
        .sorted()
        .toList();
  }

  private static String table(String path) {
    return isWorkbook(path) ? path.substring(0, path.length() - WORKBOOK.length()) + TABLE : path;
  }

  private static boolean isLock(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.startsWith(".~lock.") || name.startsWith("~$");
  }

  private static void refuseOtherFormats(String path, Function<String, Optional<byte[]>> bytes) {
    String name = path.substring(0, path.length() - TABLE.length());
    for (String ending : OTHER_FORMATS) {
      if (bytes.apply(name + ending).isPresent()) {
        throw new RuleFileException(
            name + ending,
            "cannot be read in this format: save it as " + workbook(path) + " or " + path);
      }
    }
  }

  private static String decoded(String path, byte[] content) {
    try {
      return withoutByteOrderMark(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString());
    } catch (CharacterCodingException e) {
      throw new RuleFileException(path, "is not UTF-8 text: save it again as UTF-8", e);
    }
  }

  /** Spreadsheets often write a byte order mark; it is no part of the first header cell. */
  private static String withoutByteOrderMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
