package org.denba.engine.rules;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.denba.engine.rules.Irregularity.Kind;

/**
 * The text of one cell of a workbook, as a person sees it and a text file would hold it.
 *
 * @param text the text
 * @param odd what is irregular about it, or null
 * @param found what to show of that
 */
record CellText(String text, Kind odd, String found) {

  /** A double holds every decimal number of so many digits; what comes after is noise. */
  private static final MathContext DIGITS = new MathContext(15);

  private static final double FIFTEEN_DIGITS = 1e15;

  /** A number that a spreadsheet shows just as it is written: no +, leading or trailing zero. */
  private static final Pattern CANONICAL = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d*[1-9])?");

  private static final Pattern MONEY = Pattern.compile("[$€£¥](?!-)|CFA|FCFA|[A-Z]{3}\\s*\"");
  private static final Pattern SHOWN = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?");
  private static final String GENERAL = "General";
  private static final String AS_TEXT = "@";

  static CellText of(Cell cell) {
    return switch (cell.getCellType()) {
      case STRING -> string(cell.getStringCellValue());
      case NUMERIC -> number(cell);
      case BOOLEAN -> plain(String.valueOf(cell.getBooleanCellValue()));
      case FORMULA -> new CellText(result(cell), Kind.FORMULA, "=" + cell.getCellFormula());
      case ERROR -> {
        String error = FormulaError.forInt(cell.getErrorCellValue()).getString();
        yield new CellText(error, Kind.ERROR, error);
      }
      default -> plain("");
    };
  }

  /** Whether the text is a number that comes back from a number cell exactly as it is. */
  static boolean isNumber(String text) {
    return CANONICAL.matcher(text).matches()
        && !text.equals("-0")
        && new BigDecimal(text).precision() <= DIGITS.getPrecision()
        && text.equals(decimal(Double.parseDouble(text)));
  }

  private static CellText plain(String text) {
    return new CellText(text, null, "");
  }

  private static CellText string(String text) {
    boolean spaced =
        !text.isEmpty() && (isSpace(text.charAt(0)) || isSpace(text.charAt(text.length() - 1)));
    return new CellText(text, spaced ? Kind.SPACES : null, spaced ? "'" + text + "'" : "");
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static CellText number(Cell cell) {
    double value = cell.getNumericCellValue();
    String format = cell.getCellStyle().getDataFormatString();
    String text = decimal(value);
    if (format == null || format.equals(GENERAL) || format.equals(AS_TEXT)) {
      return Math.abs(value) >= FIFTEEN_DIGITS
          ? new CellText(text, Kind.LONG_NUMBER, text)
          : plain(text);
    }
    if (DateUtil.isCellDateFormatted(cell)) {
      return new CellText(text, Kind.DATE, shown(cell));
    }
    if (format.contains("%")) {
      return new CellText(text, Kind.PERCENT, shown(cell));
    }
    if (MONEY.matcher(format).find()) {
      return new CellText(text, Kind.CURRENCY, shown(cell));
    }
    String shown = shown(cell);
    boolean same =
        SHOWN.matcher(shown).matches()
            && new BigDecimal(shown).compareTo(new BigDecimal(text)) == 0;
    return same
        ? plain(text)
        : new CellText(text, Kind.SHOWN_OTHERWISE, "shows " + shown + " and holds " + text);
  }

  private static String decimal(double value) {
    BigDecimal rounded = new BigDecimal(value).round(DIGITS);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  private static String shown(Cell cell) {
    return new DataFormatter(Locale.ROOT).formatCellValue(cell).strip();
  }

  private static String result(Cell cell) {
    CellType type = cell.getCachedFormulaResultType();
    return switch (type) {
      case STRING -> cell.getStringCellValue();
      case NUMERIC -> decimal(cell.getNumericCellValue());
      case BOOLEAN -> String.valueOf(cell.getBooleanCellValue());
      default -> "";
    };
  }
}
