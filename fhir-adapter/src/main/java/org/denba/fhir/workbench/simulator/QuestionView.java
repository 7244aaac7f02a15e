package org.denba.fhir.workbench.simulator;

import java.util.List;

/**
 * A question of the form.
 *
 * @param id data element id
 * @param label its name
 * @param question what to ask or do
 * @param type boolean, quantity, coded, date, list or text
 * @param unit unit of a quantity as people write it, else empty
 * @param options the codes and names of a coded element
 * @param value the answer so far; empty where it was not assessed
 * @param notDone the reason why it was not done, or empty
 * @param reasons the reasons that matter to this protocol; empty where "not done" changes nothing
 * @param couldChange what the answer could prove or rule out, the first few
 * @param more how many others
 * @param hint what the answer looks like, or empty
 */
public record QuestionView(
    String id,
    String label,
    String question,
    String type,
    String unit,
    List<Option> options,
    String value,
    String notDone,
    List<Option> reasons,
    List<String> couldChange,
    int more,
    String hint) {

  /** A code and its name. */
  public record Option(String code, String label) {}
}
