package org.denba.fhir.workbench.review;

import jakarta.servlet.http.HttpServletRequest;

/**
 * What the form of a decision holds.
 *
 * @param person who decides or proposes
 * @param comment why
 * @param impact the digest of the impact that was read
 * @param refused why it was not taken, or null
 */
public record Decision(String person, String comment, String impact, String refused) {

  static final Decision EMPTY = new Decision("", "", "", null);

  static Decision of(HttpServletRequest form) {
    return new Decision(text(form, "person"), text(form, "comment"), text(form, "impact"), null);
  }

  private static String text(HttpServletRequest form, String field) {
    String text = form.getParameter(field);
    return text == null ? "" : text;
  }

  /** The same, with why it was not taken: nothing that was written is lost. */
  Decision refused(String why) {
    return new Decision(person, comment, impact, why);
  }
}
