package org.denba.engine.triage;

import java.util.Optional;
import java.util.OptionalDouble;
import org.denba.engine.assessment.Interval;
import org.denba.engine.dosing.DoseContext;

/** What an encounter tells the dose tables. */
record ChildForDose(Encounter encounter, OptionalDouble weightKg, String language)
    implements DoseContext {

  @Override
  public Optional<Interval> ageMonths() {
    return encounter.age().map(PatientAge::months);
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
