package org.denba.fhir.workbench.simulator;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How a case is shown.
 *
 * @param all whether every question of the protocol is shown, not only those that decide
 * @param against the rules that the answer is compared with, or empty
 */
record Shown(boolean all, String against) {

  static final String ALL = "all";
  static final String AGAINST = "against";

  /** Only what the case needs. */
  static final Shown PLAIN = new Shown(false, "");

  /**
   * Reads the parameters of an address or a form.
   *
   * @param parameter gives a parameter, or null
   */
  static Shown of(UnaryOperator<String> parameter) {
    return new Shown(
        parameter.apply(ALL) != null, Optional.ofNullable(parameter.apply(AGAINST)).orElse(""));
  }

  Shown withAll(boolean every) {
    return new Shown(every, against);
  }

  /** The query of the page of a case shown so. */
  String query(CaseState state, String language) {
    String query = state.query();
    return (query.isEmpty() ? "" : query + "&")
        + (all ? ALL + "=1&" : "")
        + (against.isEmpty()
            ? ""
            : AGAINST + "=" + URLEncoder.encode(against, StandardCharsets.UTF_8) + "&")
        + "language="
        + language;
  }
}
