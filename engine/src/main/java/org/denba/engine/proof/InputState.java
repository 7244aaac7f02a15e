package org.denba.engine.proof;

import java.util.function.Consumer;
import org.denba.engine.assessment.Assessment;

/**
 * One thing that can be said of an input: an answer, a code, a range of numbers, that it was not
 * done, or nothing.
 *
 * @param words how it is shown ({@code yes}, {@code 38.5}, {@code not done (refused)})
 * @param kind whether there is a value
 * @param reason the reason, where it was not done, else empty
 * @param low place of the lower end among the regions of a quantity, else -1
 * @param high place of the upper end among the regions of a quantity, else -1
 * @param write writes it into an assessment
 */
record InputState(
    String words, Kind kind, String reason, int low, int high, Consumer<Assessment> write) {

  /** What kind of statement it is. */
  enum Kind {
    BLANK,
    /** A value that is known exactly. */
    EXACT,
    /** A value that is known only so far: an interval, or one of several codes. */
    VAGUE,
    NOT_DONE
  }

  static InputState of(String words, Kind kind, Consumer<Assessment> write) {
    return new InputState(words, kind, "", -1, -1, write);
  }

  boolean isValue() {
    return kind == Kind.EXACT || kind == Kind.VAGUE;
  }
}
