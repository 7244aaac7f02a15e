package org.denba.engine.verification;

import java.util.List;
import java.util.Set;
import org.denba.engine.assessment.Assessment;
import org.denba.engine.condition.Compare;
import org.denba.engine.condition.Condition;
import org.denba.engine.protocol.ActionRule;
import org.denba.engine.triage.CaseProbe.Seen;

/**
 * A number in a rule, where a patient on one side of it is answered otherwise than one on the other
 * side.
 *
 * @param charts the charts that read it, themselves or by a derived sign
 * @param rule the rule that it stands in: file, row and name
 * @param compare the comparison with the number
 * @param step the step in which the quantity is measured and written, in its unit
 * @param part the condition that the comparison is part of
 * @param others the other conditions of the rule
 * @param action the action line whose condition it is, or null for a chart or a derived sign
 */
public record Bound(
    Set<String> charts,
    String rule,
    Compare compare,
    double step,
    Condition part,
    List<Condition> others,
    ActionRule action) {

  private static final double NOTHING = 1e-9;

  /**
   * Whether an evaluation holds one side of the number: the quantity lies at most one step away
   * from it on that side, and everything else that the rule asks for is true, so that the number
   * alone decides.
   *
   * @param reached the side on which the comparison is true
   */
  public boolean isHeldBy(Seen seen, boolean reached) {
    Assessment assessment = seen.assessment();
    if (!assessment.isKnown(compare.slot())
        || assessment.low(compare.slot()) != assessment.high(compare.slot())) {
      return false;
    }
    double distance = assessment.low(compare.slot()) - compare.threshold().value(assessment);
    boolean lowerIsOutside =
        compare.operator() == Compare.Operator.AT_LEAST
            || compare.operator() == Compare.Operator.BELOW;
    boolean near =
        lowerIsOutside
            ? distance >= -step - NOTHING && distance < step - NOTHING
            : distance > -step + NOTHING && distance <= step + NOTHING;
    return near
        && compare.certain(assessment) == reached
        && part.certain(assessment) == reached
        && others.stream().allMatch(other -> other.certain(assessment))
        && (action == null || seen.concerns(action));
  }

  /** The rule and the comparison as an author writes them; once in a protocol. */
  public String text() {
    return rule + ": " + compare.text();
  }
}
