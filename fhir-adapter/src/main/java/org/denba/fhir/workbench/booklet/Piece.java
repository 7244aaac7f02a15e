package org.denba.fhir.workbench.booklet;

/**
 * A few words of a phrase.
 *
 * @param kind how they are shown: {@code sign}, {@code derived}, {@code value}, {@code parameter},
 *     {@code row} or {@code word}
 * @param text the words
 * @param id the data element, parameter or row that they name, or empty
 */
public record Piece(String kind, String text, String id) {

  static Piece word(String text) {
    return new Piece("word", text, "");
  }

  static Piece value(String text) {
    return new Piece("value", text, "");
  }

  static Piece parameter(String text, String id) {
    return new Piece("parameter", text, id);
  }

  static Piece row(String text, String id) {
    return new Piece("row", text, id);
  }
}
