package org.denba.engine.second;

/** Kleene's three values, in the order in which "and" takes the least and "or" the greatest. */
enum Truth {
  NO,
  OPEN,
  YES;

  static Truth of(boolean holds) {
    return holds ? YES : NO;
  }

  Truth and(Truth other) {
    return values()[Math.min(ordinal(), other.ordinal())];
  }

  Truth or(Truth other) {
    return values()[Math.max(ordinal(), other.ordinal())];
  }

  Truth not() {
    return values()[YES.ordinal() - ordinal()];
  }
}
