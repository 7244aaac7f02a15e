package org.denba.engine.triage;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.denba.engine.assessment.Finding;
import org.denba.engine.assessment.Interval;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.growth.GrowthStandards;
import org.denba.engine.growth.Position;
import org.denba.engine.growth.ZScore;
import org.denba.engine.protocol.Measurements;

/** Computes the growth z-scores that were not given, from the measurements that were. */
final class ZScores {

  private static final String WEIGHT_FOR_AGE = "weight-for-age";

  private final DataDictionary dictionary;
  private final GrowthStandards standards;

  ZScores(DataDictionary dictionary, GrowthStandards standards) {
    this.dictionary = dictionary;
    this.standards = standards;
  }

  void apply(Encounter encounter) {
    for (Measurements.ZScore score : encounter.protocol().measurements().zScores()) {
      boolean meaningless =
          score.unless() != null && score.unless().certain(encounter.assessment());
      if (meaningless) {
        encounter.weightIsInflated();
      }
      if (encounter.finding(score.slot()) == null
          || encounter.finding(score.slot()) instanceof Finding.NotDone) {
        compute(score, meaningless, encounter);
      }
    }
  }

  private void compute(Measurements.ZScore score, boolean meaningless, Encounter encounter) {
    OptionalDouble weight = quantity(score.rule().weight(), encounter);
    boolean forAge = score.rule().indicator().equals(WEIGHT_FOR_AGE);
    OptionalDouble length =
        forAge ? OptionalDouble.empty() : quantity(score.rule().length(), encounter);
    if (weight.isEmpty() || encounter.age().isEmpty() || (!forAge && length.isEmpty())) {
      return;
    }
    DataElement element = dictionary.elements().get(score.slot());
    if (meaningless) {
      notice("oedema-no-z-score", element, Map.of(), encounter);
      return;
    }
    Interval days = encounter.age().get().days();
    Optional<org.denba.engine.growth.Sex> sex = Optional.ofNullable(encounter.sex());
    Optional<ZScore> z =
        forAge
            ? standards.weightForAge(sex, days, weight.getAsDouble())
            : standards.weightForLengthOrHeight(
                sex, days, position(score, encounter), length.getAsDouble(), weight.getAsDouble());
    if (z.isEmpty()) {
      notice("z-score-outside-table", element, Map.of("element", element), encounter);
      return;
    }
    keep(z.get(), element, encounter);
  }

  /**
   * An extreme score is measured again: a low one counts meanwhile, a high one could hide wasting
   * and stays unknown.
   */
  private void keep(ZScore z, DataElement element, Encounter encounter) {
    if (z.flagged()) {
      notice(
          "z-score-flagged",
          element,
          Map.of("element", element, "value", rounded(z.value().low())),
          encounter);
    }
    boolean allowed =
        element.allowed().isEmpty()
            || (z.value().low() >= element.allowed().get().low()
                && z.value().high() <= element.allowed().get().high());
    if (allowed && !(z.flagged() && z.value().high() > 0)) {
      encounter.found(element.index(), new Finding.Quantity(z.value()));
      encounter.assessment().quantity(element.index(), z.value());
    }
  }

  private static double rounded(double z) {
    return Math.round(z * 100) / 100.0;
  }

  private Position position(Measurements.ZScore score, Encounter encounter) {
    Optional<DataElement> element = dictionary.element(score.rule().position());
    Finding told = element.map(e -> encounter.finding(e.index())).orElse(null);
    return told instanceof Finding.Code code
        ? Position.valueOf(code.code().toUpperCase(java.util.Locale.ROOT))
        : Position.AS_AGE_SUGGESTS;
  }

  private OptionalDouble quantity(String id, Encounter encounter) {
    return dictionary
        .element(id)
        .map(element -> encounter.quantity(element.index()))
        .orElse(OptionalDouble.empty());
  }

  private static void notice(
      String code, DataElement element, Map<String, Object> values, Encounter encounter) {
    encounter.notice(new Notice(code, "findings." + element.id(), values));
  }
}
