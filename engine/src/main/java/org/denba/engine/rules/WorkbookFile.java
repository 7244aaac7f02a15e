package org.denba.engine.rules;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.ZipInputStream;
import org.apache.poi.EmptyFileException;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.openxml4j.exceptions.OLE2NotOfficeXmlFileException;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Opens the bytes of an XLSX file, within limits that no table of rules comes near. */
final class WorkbookFile {

  static final int MOST_ROWS = 20_000;
  static final int MOST_COLUMNS = 400;

  private static final int MOST_PACKED = 4 << 20;
  private static final int MOST_UNPACKED = 10 << 20;
  private static final int MOST_PARTS = 500;
  private static final int BLOCK = 1 << 16;

  private WorkbookFile() {}

  /**
   * Opens a workbook; the caller closes it.
   *
   * @throws RuleFileException when it is none, is locked by a password or is too large
   */
  static XSSFWorkbook open(String file, byte[] content) {
    try {
      checkSize(file, content);
      XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(content));
      if (book.getNumberOfSheets() == 0) {
        book.close();
        throw new RuleFileException(file, "has no sheet: save it again");
      }
      return book;
    } catch (OLE2NotOfficeXmlFileException | EncryptedDocumentException e) {
      throw new RuleFileException(
          file,
          "is an old Excel file or locked by a password: save it without one as 'Excel 2007-365"
              + " (.xlsx)'",
          e);
    } catch (RuleFileException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new RuleFileException(file, "is no XLSX workbook: save it again" + reason(e), e);
    }
  }

  /**
   * A few kilobytes can unpack to gigabytes; that is counted before anything is kept.
   *
   * @throws RuleFileException when it is too large
   */
  static void checkSize(String file, byte[] content) throws IOException {
    if (content.length > MOST_PACKED) {
      throw tooLarge(file, "is larger than 4 MB");
    }
    byte[] block = new byte[BLOCK];
    long unpacked = 0;
    int parts = 0;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
      while (zip.getNextEntry() != null) {
        if (++parts > MOST_PARTS) {
          throw tooLarge(file, "has more than " + MOST_PARTS + " parts");
        }
        for (int read = zip.read(block); read >= 0; read = zip.read(block)) {
          unpacked += read;
          if (unpacked > MOST_UNPACKED) {
            throw tooLarge(file, "unpacks to more than 10 MB");
          }
        }
      }
    }
  }

  static RuleFileException tooLarge(String file, String how) {
    return new RuleFileException(
        file,
        how
            + ", a table of rules does not: delete pictures, other sheets and the empty rows and"
            + " columns after the table, or save it as CSV");
  }

  private static String reason(Exception e) {
    boolean said = e.getMessage() != null && !(e instanceof EmptyFileException);
    return said ? " (" + e.getMessage().lines().findFirst().orElse("") + ")" : "";
  }

  /** The sheet that holds the table: the first that is not hidden. */
  static XSSFSheet sheet(XSSFWorkbook book) {
    for (int i = 0; i < book.getNumberOfSheets(); i++) {
      if (book.getSheetVisibility(i) == SheetVisibility.VISIBLE) {
        return book.getSheetAt(i);
      }
    }
    return book.getSheetAt(0);
  }
}
