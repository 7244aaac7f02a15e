package org.denba.engine.second;

import java.util.Set;

/**
 * What is computed from dates, measurements and the vaccination calendar before any rule is read,
 * and is no matter of the rule files.
 */
public sealed interface Computed {

  /** A number known as an interval. */
  record Number(double low, double high) implements Computed {}

  /** Codes that are certain, and those that are possible. */
  record Codes(Set<String> certain, Set<String> possible) implements Computed {}

  /** The sex, as it is told in the record. */
  record Code(String code) implements Computed {}
}
