package org.denba.fhir.protocols;

import java.util.Set;
import org.denba.fhir.finding.Quoted;

/** A country overlay that was chosen and is not among the rules: the service does not start. */
public final class UnknownOverlayException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String advice;

  /**
   * @param overlay the id that was chosen
   * @param known those that there are
   * @param source where the rules come from
   */
  UnknownOverlayException(String overlay, Set<String> known, String source) {
    super(
        "denba.overlay: there is no overlay "
            + Quoted.of(overlay)
            + " in "
            + source
            + Quoted.nearest(overlay, known));
    this.advice =
        known.isEmpty()
            ? "There are no overlays there: leave denba.overlay out."
            : "Choose one of: " + String.join(", ", known) + "; or leave denba.overlay out.";
  }

  /** What to do. */
  String advice() {
    return advice;
  }
}
