package org.denba.engine.proof;

import java.math.BigInteger;
import java.util.List;

/**
 * Something that rules look at and that the request says: a finding, a parameter, the setting, the
 * kind of visit, or whether an earlier visit reported a row.
 *
 * @param name the element's or parameter's id, {@code setting}, {@code visit}, or {@code earlier
 *     ROW}
 * @param kind what it is
 * @param states everything that can be said of it, nothing first
 * @param regions the regions of a quantity, else 0
 */
record Input(String name, Kind kind, List<InputState> states, int regions) {

  /** What an input is. */
  enum Kind {
    FINDING,
    PARAMETER,
    SETTING,
    VISIT,
    EARLIER
  }

  /** How many things can be said of it. */
  BigInteger count() {
    return BigInteger.valueOf(states.size());
  }

  boolean isFinding() {
    return kind == Kind.FINDING;
  }

  /** The place of the state in which nothing was said. */
  int blank() {
    for (int i = 0; i < states.size(); i++) {
      if (states.get(i).kind() == InputState.Kind.BLANK) {
        return i;
      }
    }
    return -1;
  }
}
