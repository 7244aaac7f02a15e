package org.denba.engine.rules;

/** What every text file of an author needs before it is read. */
final class TextFile {

  private TextFile() {}

  /** Spreadsheets often write a byte order mark; it is no part of the first header cell. */
  static String withoutByteOrderMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
