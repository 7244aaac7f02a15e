package org.denba.engine.verification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.denba.engine.dosing.Dose;
import org.denba.engine.triage.TriageResult.Recommendation;

/**
 * A dose that a case expects: some of its parts, each a number, a word, or {@code none} where the
 * dose must not state it.
 *
 * @param wanted the expected value by part; null for {@code none}
 */
record DoseExpectation(Map<String, Object> wanted) {

  private static final String NONE = "none";
  private static final String MEDICATION = "medication";
  private static final double SAME = 1e-9;

  private static final Map<String, Function<Dose, Object>> PARTS = new LinkedHashMap<>();

  static {
    PARTS.put(MEDICATION, Dose::medication);
    PARTS.put("amount", Dose::amount);
    PARTS.put("amountMin", Dose::amountMin);
    PARTS.put("amountMax", Dose::amountMax);
    PARTS.put("unit", Dose::unit);
    PARTS.put("volume", Dose::volume);
    PARTS.put("timesPerDay", Dose::timesPerDay);
    PARTS.put("everyHours", Dose::everyHours);
    PARTS.put("doses", Dose::doses);
    PARTS.put("days", Dose::days);
    PARTS.put("route", Dose::route);
    PARTS.put("firstStep", dose -> dose.steps().isEmpty() ? null : dose.steps().get(0).amount());
    PARTS.put(
        "firstStepMin", dose -> dose.steps().isEmpty() ? null : dose.steps().get(0).amountMin());
    PARTS.put(
        "firstStepMax", dose -> dose.steps().isEmpty() ? null : dose.steps().get(0).amountMax());
  }

  /** Everything of a dose that a case may speak of. */
  static Map<String, Object> parts(Dose dose) {
    Map<String, Object> parts = new LinkedHashMap<>();
    PARTS.forEach((name, part) -> parts.put(name, part.apply(dose)));
    return parts;
  }

  static DoseExpectation read(CaseValue value) {
    Map<String, Object> wanted = new LinkedHashMap<>();
    value
        .entries()
        .forEach(
            (part, entry) -> {
              CaseWords.known(entry, part, PARTS.keySet(), "part of a dose");
              boolean number = entry.value() instanceof Number;
              wanted.put(
                  part,
                  number
                      ? (Object) entry.number()
                      : NONE.equals(entry.value()) ? null : entry.text());
            });
    return new DoseExpectation(wanted);
  }

  /** One of the recommendation's doses must fit; where a medicine is named, that one. */
  void check(String id, List<Recommendation> recommendations, Consumer<String> failure) {
    List<Dose> doses =
        recommendations.stream().map(Recommendation::dose).filter(Objects::nonNull).toList();
    if (doses.stream().noneMatch(this::fits)) {
      failure.accept(
          "expected "
              + id
              + " dose "
              + wanted
              + ", got "
              + doses.stream().map(this::shown).toList());
    }
  }

  private boolean fits(Dose dose) {
    return wanted.entrySet().stream()
        .allMatch(part -> same(part.getValue(), PARTS.get(part.getKey()).apply(dose)));
  }

  private static boolean same(Object wanted, Object got) {
    if (wanted instanceof Double number && got instanceof Number other) {
      return Math.abs(number - other.doubleValue()) < SAME;
    }
    return Objects.equals(wanted, got);
  }

  private Map<String, Object> shown(Dose dose) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put(MEDICATION, dose.medication());
    wanted.keySet().forEach(part -> shown.put(part, PARTS.get(part).apply(dose)));
    return shown;
  }
}
