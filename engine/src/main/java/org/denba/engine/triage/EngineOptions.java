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
 * @param overlay the country overlay to lay over the rules, or null for the rules alone
 * @param district the district of this site, by the overlay's table, or null
 */
public record EngineOptions(
    Supplier<LocalDate> today,
    int staleAfterDays,
    Map<String, Object> parameters,
    Set<String> lockedParameters,
    String overlay,
    String district) {

  public EngineOptions {
    parameters = Map.copyOf(parameters);
    lockedParameters = Set.copyOf(lockedParameters);
  }

  /** The rules alone, without an overlay. */
  public EngineOptions(
      Supplier<LocalDate> today,
      int staleAfterDays,
      Map<String, Object> parameters,
      Set<String> lockedParameters) {
    this(today, staleAfterDays, parameters, lockedParameters, null, null);
  }

  /** Rule defaults, nothing locked; an encounter is old from the second day on. */
  public static EngineOptions defaults(Supplier<LocalDate> today) {
    return new EngineOptions(today, 1, Map.of(), Set.of());
  }

  /** The same with an overlay, and without what the site sets. */
  public EngineOptions overlayAlone() {
    return new EngineOptions(today, 1, Map.of(), Set.of(), overlay, null);
  }

  /** The same with an overlay and the site's district. */
  public EngineOptions with(String overlay, String district) {
    return new EngineOptions(
        today, staleAfterDays, parameters, lockedParameters, overlay, district);
  }
}
