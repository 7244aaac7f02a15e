package org.denba.engine.dosing;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.denba.engine.assessment.Interval;

/** A child for the tests, with the default parameters of the reference (00-conventions §5). */
record Child(
    OptionalDouble weightKg,
    Optional<Interval> ageMonths,
    Map<String, String> parameters,
    String language,
    boolean oedema)
    implements DoseContext {

  static final Map<String, String> DEFAULTS =
      Map.ofEntries(
          Map.entry("malaria.artesunate-lt20kg-mgkg", "3"),
          Map.entry("malaria.first-line", "AL"),
          Map.entry("al.bands", "MAL"),
          Map.entry("al.lt5kg", "refer"),
          Map.entry("al.repeat-if-vomit-min", "60"),
          Map.entry("ras.strength", "100"),
          Map.entry("ras.min-age-months", "2"),
          Map.entry("cipro.bands", "weight"),
          Map.entry("cholera.antibiotic", "azithromycin"),
          Map.entry("zinc.scheme", "10mg-lt6mo_20mg-ge6mo"),
          Map.entry("iccm.amox-3-5y-tabs", "2"),
          Map.entry("yi.genta-mg-per-ml", "40"),
          Map.entry("yi.ci-days", "7"),
          Map.entry("yi.genta-days", "7"));

  private static final double DAYS_A_MONTH = 30.4375;

  /** A child of 24 months whose weight is known. */
  static Child weighing(double kg) {
    return of(OptionalDouble.of(kg), 24, 24);
  }

  /** A child whose age in months is known and whose weight is not. */
  static Child aged(double months) {
    return aged(months, months);
  }

  static Child aged(double from, double to) {
    return of(OptionalDouble.empty(), from, to);
  }

  private static Child of(OptionalDouble weight, double from, double to) {
    return new Child(weight, Optional.of(new Interval(from, to)), DEFAULTS, "en", false);
  }

  /** A young infant whose age in days and weight are known. */
  static Child newborn(double kg, double days) {
    return weighing(kg).days(days);
  }

  Child days(double days) {
    return months(days / DAYS_A_MONTH);
  }

  Child months(double months) {
    return new Child(weightKg, Optional.of(Interval.point(months)), parameters, language, oedema);
  }

  Child months(double from, double to) {
    return new Child(weightKg, Optional.of(new Interval(from, to)), parameters, language, oedema);
  }

  Child ageNotKnown() {
    return new Child(weightKg, Optional.empty(), parameters, language, oedema);
  }

  Child with(String parameter, String value) {
    Map<String, String> changed = new HashMap<>(parameters);
    changed.put(parameter, value);
    return new Child(weightKg, ageMonths, changed, language, oedema);
  }

  Child in(String otherLanguage) {
    return new Child(weightKg, ageMonths, parameters, otherLanguage, oedema);
  }

  Child withOedema() {
    return new Child(weightKg, ageMonths, parameters, language, true);
  }

  @Override
  public Optional<Interval> ageDays() {
    return ageMonths.map(age -> new Interval(inDays(age.low()), inDays(age.high())));
  }

  private static double inDays(double months) {
    return Rounding.clean(months * DAYS_A_MONTH);
  }

  @Override
  public String parameter(String id) {
    return parameters.get(id);
  }
}
