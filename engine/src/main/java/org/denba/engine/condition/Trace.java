package org.denba.engine.condition;

/**
 * Collects the leaves of an explanation: a derived sign or a row is replaced by the leaves of its
 * own rules.
 */
public interface Trace {

  /** A slot whose value made a condition certain. */
  void because(int slot);

  /** A derived sign or row that had to be ruled out. */
  void refuted(int slot);

  /** A slot that is unknown. */
  void missing(int slot);

  /** A parameter whose value mattered. */
  void parameter(int parameter);
}
