package org.denba.engine.assessment;

/** What is the case with a data element in one assessment, before anybody asks for its value. */
public enum Status {
  /**
   * Nobody said anything, or said that it is not known: every predicate is possible, none is
   * certain.
   */
  BLANK,
  /** There is a value. */
  KNOWN,
  /** Said to be not done, in a way that leaves it open: counts as unknown. */
  NOT_DONE,
  /**
   * Said to be not done, in a way that closes the question (no oximeter here): comparisons on it
   * are false.
   */
  CLOSED,
  /** The question does not arise (its guard is proved false): every predicate on it is false. */
  NOT_NEEDED
}
