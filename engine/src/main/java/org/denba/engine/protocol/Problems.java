package org.denba.engine.protocol;

import java.util.ArrayList;
import java.util.List;
import org.denba.engine.condition.ConditionException;
import org.denba.engine.rules.RuleFileException;

/** Collects what is wrong with rule files, so that an author sees everything at once. */
final class Problems {

  private final List<String> found = new ArrayList<>();

  void add(String where, String problem) {
    found.add(where + ": " + problem);
  }

  /** Runs a step; what it complains about is collected and the next step goes on. */
  void collect(String where, Runnable step) {
    try {
      step.run();
    } catch (ConditionException e) {
      add(where, e.getMessage());
    } catch (RuleFileException e) {
      found.add(e.getMessage());
    }
  }

  /**
   * @throws RuleFileException naming every problem, when there is one
   */
  void throwIfAny(String what) {
    if (!found.isEmpty()) {
      throw new RuleFileException(
          what, found.size() + " problem(s)\n  " + String.join("\n  ", found));
    }
  }
}
