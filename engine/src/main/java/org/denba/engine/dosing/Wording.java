package org.denba.engine.dosing;

import java.util.List;

/**
 * What the health worker reads for a row, as keys of {@code doses/texts_xx.properties}.
 *
 * @param medication key of the medicine's name
 * @param form key of what to give; with a count it has the endings {@code .one} and {@code .many};
 *     null for a row that stops
 * @param count how many (tablets, capsules, puffs), 0 when there is nothing to count
 * @param route id of the route, or null
 * @param notes keys of what to heed with every dose
 * @param courseNotes keys of what to heed with a course, left out with a first dose
 */
record Wording(
    String medication,
    String form,
    double count,
    String route,
    List<String> notes,
    List<String> courseNotes) {

  /** The count as it is said: ½, 1, 1½. Halves and quarters only. */
  String countText() {
    long whole = (long) Math.floor(count);
    double rest = count - whole;
    String fraction = rest == 0 ? "" : rest == 0.5 ? "½" : rest == 0.25 ? "¼" : "¾";
    return whole == 0 ? fraction : whole + fraction;
  }

  String formKey(double oneBelow) {
    if (count == 0) {
      return form;
    }
    return count < oneBelow ? form + ".one" : form + ".many";
  }
}
