package org.denba.engine.protocol;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntConsumer;
import org.denba.engine.assessment.Assessment;

/**
 * The rules of a protocol without a network: each is tried in its stratum. For a variant of the
 * rules that answers a few cases and is thrown away: building its network would cost more than all
 * its answers.
 */
final class PlainRules implements RuleRun {

  private final List<List<Alternative>> byStratum = new ArrayList<>();

  PlainRules(List<Alternative> alternatives, Strata strata) {
    for (int stratum = 0; stratum < strata.count(); stratum++) {
      byStratum.add(new ArrayList<>());
    }
    alternatives.forEach(rule -> byStratum.get(strata.of(rule.target())).add(rule));
  }

  @Override
  public void run(
      Assessment assessment,
      int strata,
      BitSet certain,
      BitSet possible,
      IntConsumer afterStratum) {
    for (int stratum = 0; stratum < strata; stratum++) {
      for (Alternative rule : byStratum.get(stratum)) {
        if (rule.test(assessment, true)) {
          possible.set(rule.index());
          if (rule.test(assessment, false)) {
            certain.set(rule.index());
          }
        }
      }
      afterStratum.accept(stratum);
    }
  }
}
