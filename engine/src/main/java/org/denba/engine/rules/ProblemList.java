package org.denba.engine.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Collects what is wrong with rule files, so that an author sees everything at once. */
public class ProblemList {

  private final Set<Problem> found = new LinkedHashSet<>();

  public final void add(String where, String says) {
    found.add(new Problem(where, says));
  }

  /** Takes every problem that an exception names. */
  public final void add(RuleFileException problems) {
    found.addAll(problems.problems());
  }

  /** Runs a step; what it complains about is collected and the next step goes on. */
  public final void collect(Runnable step) {
    try {
      step.run();
    } catch (RuleFileException e) {
      add(e);
    }
  }

  /** What a step gives, or the other value where it complains. */
  public final <T> T collect(Supplier<T> step, T otherwise) {
    try {
      return step.get();
    } catch (RuleFileException e) {
      add(e);
      return otherwise;
    }
  }

  public final boolean isEmpty() {
    return found.isEmpty();
  }

  /** Everything that was found so far, each once, in the order in which it was found. */
  public final List<Problem> found() {
    return new ArrayList<>(found);
  }

  /**
   * Ends a reading that must be strict.
   *
   * @param what what was read
   * @throws RuleFileException naming every problem, when there is one
   */
  public final void throwIfAny(String what) {
    if (!found.isEmpty()) {
      throw RuleFileException.of(what, found());
    }
  }
}
