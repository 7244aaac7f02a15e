package org.denba.engine.check;

import java.util.List;

/**
 * What a check of a folder of rules found.
 *
 * @param mistakes in the order of files and rows
 * @param files the number of files that were looked at
 * @param cases the number of cases that were run; 0 where mistakes kept them from being run
 */
public record CheckReport(List<Mistake> mistakes, int files, int cases) {

  public CheckReport {
    mistakes = List.copyOf(mistakes);
  }

  /** Whether there is no mistake for which the rules are refused. */
  public boolean passed() {
    return errors() == 0;
  }

  /** The number of mistakes for which the rules are refused. */
  public int errors() {
    return (int) mistakes.stream().filter(m -> m.severity() == Severity.ERROR).count();
  }

  /** The number of mistakes with which the rules can be used. */
  public int warnings() {
    return mistakes.size() - errors();
  }
}
