package org.denba.engine.dosing;

import java.util.Optional;
import java.util.OptionalDouble;
import org.denba.engine.assessment.Interval;

/** What is known of the child whom a dose is for. */
public interface DoseContext {

  /** Measured weight in kilograms; empty when not known. Never zero or NaN. */
  OptionalDouble weightKg();

  /** Age in completed months; an interval when it is known only so far, empty when not known. */
  Optional<Interval> ageMonths();

  /** Age in days (day of birth = 0), in the same way. */
  Optional<Interval> ageDays();

  /**
   * The value of a named parameter as rule files write it ({@code 100}, {@code MAL}); null when
   * there is no such parameter.
   */
  String parameter(String id);

  /** Language of the texts, one of those that the texts were loaded with. */
  String language();

  /**
   * Whether the child has oedema of both feet: the measured weight is used, and the answer says
   * what that means.
   */
  boolean oedema();
}
