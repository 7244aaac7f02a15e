package org.denba.fhir.workbench.booklet;

import java.util.ArrayList;
import java.util.List;

/**
 * A condition in words.
 *
 * @param pieces the words, in order
 * @param join how the parts stand together: {@code all}, {@code any} or empty where there are none
 * @param parts the clauses that it is made of
 * @param off whether it can never hold with the values that this site has chosen
 */
public record Clause(List<Piece> pieces, String join, List<Clause> parts, boolean off) {

  /** The parts must all hold. */
  public static final String ALL = "all";

  /** One of the parts must hold. */
  public static final String ANY = "any";

  public Clause {
    pieces = List.copyOf(pieces);
    parts = List.copyOf(parts);
  }

  /** Words without parts. */
  static Clause of(Piece... pieces) {
    return new Clause(List.of(pieces), "", List.of(), false);
  }

  /** Parts with a heading, such as "two of the following signs". */
  static Clause of(String heading, String join, List<Clause> parts) {
    boolean off =
        join.equals(ALL)
            ? parts.stream().anyMatch(Clause::off)
            : !parts.isEmpty() && parts.stream().allMatch(Clause::off);
    return new Clause(
        heading.isEmpty() ? List.of() : List.of(Piece.word(heading)), join, parts, off);
  }

  /** The same with another word before it. */
  Clause after(Piece first) {
    List<Piece> all = new ArrayList<>(List.of(first));
    all.addAll(pieces);
    return new Clause(all, join, parts, off);
  }

  /** The same, marked as never holding here. */
  Clause never() {
    return new Clause(pieces, join, parts, true);
  }

  /** All words in one line, for tests and for the text that a screen reader gets. */
  public String text() {
    StringBuilder text = new StringBuilder();
    pieces.forEach(piece -> text.append(text.isEmpty() ? "" : " ").append(piece.text()));
    for (Clause part : parts) {
      text.append(text.isEmpty() ? "" : " ").append(part.text());
    }
    return text.toString();
  }
}
