package org.denba.engine.triage;

import java.util.Optional;
import java.util.OptionalDouble;
import org.denba.engine.assessment.Interval;
import org.denba.engine.dosing.DoseContext;

/** What an encounter tells the dose tables. */
record ChildForDose(Encounter encounter, OptionalDouble weightKg, String language)
    implements DoseContext {

  /**
   * A weight that no child of this protocol is likely to have gives no dose: a slip of the pen must
   * not become one.
   */
  static ChildForDose of(Encounter encounter, int weightSlot, String language) {
    OptionalDouble weight = encounter.quantity(weightSlot);
    Optional<Interval> plausible = encounter.protocol().plausible(weightSlot);
    boolean usual =
        weight.isPresent()
            && (plausible.isEmpty()
                || weight.getAsDouble() >= plausible.get().low()
                    && weight.getAsDouble() <= plausible.get().high());
    return new ChildForDose(encounter, usual ? weight : OptionalDouble.empty(), language);
  }

  @Override
  public Optional<Interval> ageMonths() {
    return encounter.age().map(PatientAge::months);
  }

  @Override
  public Optional<Interval> ageDays() {
    return encounter.age().map(PatientAge::days);
  }

  @Override
  public String parameter(String id) {
    return encounter.assessment().parameters().text(id);
  }

  @Override
  public boolean oedema() {
    return encounter.weightInflated();
  }
}
