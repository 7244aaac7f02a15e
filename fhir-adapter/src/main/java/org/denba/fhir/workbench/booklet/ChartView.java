package org.denba.fhir.workbench.booklet;

import java.util.List;

/**
 * A chart as the booklet shows it.
 *
 * @param id chart id
 * @param title its title
 * @param entry what every row of it asks for: said once, above the table
 * @param rows its rows in order
 * @param signs the signs of this chart that are made of others, with what they are made of
 */
public record ChartView(
    String id, String title, List<Clause> entry, List<RowView> rows, List<SignView> signs) {

  /**
   * A row.
   *
   * @param anchor its place on the page ({@code FEV-3}); the second block of a row has a number
   * @param rule row id of the clinical reference
   * @param id classification id, or null
   * @param label the classification
   * @param colour pink, yellow, green or none
   * @param urgencies the urgencies of its lines
   * @param common what all its lines ask for
   * @param lines its lines without that, of which one must hold; empty where nothing is left
   * @param treatments what to do; empty where it is the same as in another block of the row
   * @param sameAs the place of that block, or null
   * @param followUp when to come back, or null
   * @param source the clinical source
   * @param newGroup whether it begins rows that are read apart from those above
   * @param off whether no line can hold with the values of this site
   */
  public record RowView(
      String anchor,
      String rule,
      String id,
      String label,
      String colour,
      List<String> urgencies,
      List<Clause> common,
      List<Clause> lines,
      List<ActionView> treatments,
      String sameAs,
      List<String> followUp,
      String source,
      boolean newGroup,
      boolean off) {}

  /**
   * Something to do.
   *
   * @param id treatment or action id
   * @param text what to do
   * @param when under which conditions only; may be empty
   * @param unless and not where this holds; may be empty
   * @param days length of the course in words, or empty
   * @param dosed whether there is a dose table
   */
  public record ActionView(
      String id, String text, List<Clause> when, List<Clause> unless, String days, boolean dosed) {}

  /**
   * A sign that is made of others.
   *
   * @param id data element id
   * @param label its name
   * @param ways the ways in which it is present, of which one must hold
   */
  public record SignView(String id, String label, List<Way> ways) {}

  /**
   * One way in which a sign is present.
   *
   * @param code the code that it then has, in words; empty for a sign that is present or not
   * @param parts what must hold, all of it
   * @param source the clinical source
   */
  public record Way(String code, List<Clause> parts, String source) {}
}
