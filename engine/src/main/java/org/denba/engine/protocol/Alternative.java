package org.denba.engine.protocol;

import java.util.List;
import org.denba.engine.assessment.Assessment;
import org.denba.engine.condition.Condition;

/**
 * One way in which a row applies or a derived sign is present: a line of a chart, a rule of a DRL
 * file, or the guard of a question.
 *
 * @param index its number in the protocol; the rule network reports this number when the rule fires
 * @param name the rule's name
 * @param where file and row, for messages
 * @param target the slot that it makes true
 * @param code for a derived code: the index of the code, else -1
 * @param conditions what must hold, all of it
 * @param source the clinical source
 */
public record Alternative(
    int index,
    String name,
    String where,
    int target,
    int code,
    List<Condition> conditions,
    String source) {

  /** Whether every condition holds in this reading. */
  public boolean test(Assessment assessment, boolean possible) {
    // by index: this runs for every rule that fires, and an iterator each time is most of its cost
    for (int i = 0; i < conditions.size(); i++) {
      if (!conditions.get(i).test(assessment, possible)) {
        return false;
      }
    }
    return true;
  }
}
