package org.denba.engine.protocol;

import org.denba.engine.condition.ConditionException;
import org.denba.engine.rules.ProblemList;
import org.denba.engine.rules.RuleFileException;

/** What is wrong with a protocol's files, conditions among them. */
final class Problems extends ProblemList {

  /** Runs a step; what it complains about is collected and the next step goes on. */
  void collect(String where, Runnable step) {
    try {
      step.run();
    } catch (ConditionException e) {
      add(where, e.getMessage());
    } catch (RuleFileException e) {
      add(e);
    }
  }
}
