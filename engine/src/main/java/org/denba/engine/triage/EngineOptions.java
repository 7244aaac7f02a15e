package org.denba.engine.triage;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What an operator of the engine decides.
 *
 * @param today the day at this moment, where the patients are
 * @param staleAfterDays an encounter that is more days old than this says so, and nothing in its
 *     answer is final
 * @param parameters named parameters that differ from the rule files' defaults on this site
 * @param lockedParameters parameters that a request must not change
 */
public record EngineOptions(
    Supplier<LocalDate> today,
    int staleAfterDays,
    Map<String, Object> parameters,
    Set<String> lockedParameters) {

  public EngineOptions {
    parameters = Map.copyOf(parameters);
    lockedParameters = Set.copyOf(lockedParameters);
  }

  /** Rule defaults, nothing locked; an encounter is old from the second day on. */
  public static EngineOptions defaults(Supplier<LocalDate> today) {
    return new EngineOptions(today, 1, Map.of(), Set.of());
  }
}
