package org.denba.fhir.workbench.booklet;

import java.util.List;

/**
 * A dose table in words.
 *
 * @param treatment the treatment's id
 * @param text what the treatment says to do
 * @param medicines its medicines
 */
public record DoseTableView(String treatment, String text, List<Medicine> medicines) {

  /** A medicine with the lines of its table. */
  public record Medicine(String name, List<Line> lines) {

    /** Whether this site gives none of it. */
    public boolean off() {
      return lines.stream().allMatch(Line::off);
    }
  }

  /**
   * A value of a parameter for which a line is.
   *
   * @param parameter its id
   * @param name what it is called
   * @param active whether this site has that value
   */
  public record Choice(String parameter, String name, String value, boolean active) {}

  /**
   * A line of the table.
   *
   * @param band weights or ages that it is for
   * @param amount the amount, or the amount per kilogram
   * @param form what to give
   * @param schedule how often and how long
   * @param route by which route
   * @param notes what to heed
   * @param when the parameter values for which it is
   * @param off whether this site has other values
   * @param source the clinical source
   */
  public record Line(
      String band,
      String amount,
      String form,
      String schedule,
      String route,
      List<String> notes,
      List<Choice> when,
      boolean off,
      String source) {}
}
