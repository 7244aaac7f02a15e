package org.denba.engine.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What was found for one data element. Absent is not a finding: an element without one is unknown,
 * and unknown is never "no". Numbers are in the data element's own unit (the adapter converts
 * before it builds a finding).
 */
public sealed interface Finding {

  /** A sign that somebody looked for: present or absent. */
  record Answer(boolean yes) implements Finding {}

  /**
   * A measurement or count in the element's own unit; an interval where it is known only so far.
   */
  record Quantity(Interval value) implements Finding {
    public static Quantity of(double value) {
      return new Quantity(Interval.point(value));
    }
  }

  /** One of the codes of a coded element. */
  record Code(String code) implements Finding {}

  /** A date, without time of day. */
  record Day(LocalDate date) implements Finding {}

  /** The entries of a list element, each with its named values (all as text). */
  record Entries(List<Map<String, String>> entries) implements Finding {
    public Entries {
      entries = List.copyOf(entries);
    }
  }

  /**
   * Somebody says that it was not done.
   *
   * @param reason {@code no-device}, {@code refused}, {@code child-agitated}, {@code not-feasible}
   *     or {@link #UNSPECIFIED}, which satisfies "any reason" and never a named one
   */
  record NotDone(String reason) implements Finding {
    public static final String UNSPECIFIED = "unspecified";
  }

  /**
   * Said to be not known: the same as not said, kept apart only so that nothing submitted is lost.
   */
  record Unknown() implements Finding {}
}
