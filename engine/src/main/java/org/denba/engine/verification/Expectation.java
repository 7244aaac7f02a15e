package org.denba.engine.verification;

import java.util.function.Consumer;

/** One thing that the answer to a case must (or must not) say. */
@FunctionalInterface
public interface Expectation {

  /**
   * Compares.
   *
   * @param answer what the engine said
   * @param failure receives one readable line for each thing that is not as expected
   */
  void check(CaseAnswer answer, Consumer<String> failure);
}
