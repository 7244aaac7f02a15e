package org.denba.fhir.guidance;

import java.math.BigDecimal;
import org.denba.engine.dosing.Dose;
import org.denba.fhir.mapping.FhirSystems;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Dosage.DosageDoseAndRateComponent;
import org.hl7.fhir.r4.model.Duration;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.r4.model.Timing.TimingRepeatComponent;
import org.hl7.fhir.r4.model.Timing.UnitsOfTime;

/**
 * Writes a dose as dosage instructions: the words first, since they hold the strength of the
 * product; then amount, timing, route.
 */
final class DosageWriter {

  private final RouteCodes routes;

  DosageWriter(RouteCodes routes) {
    this.routes = routes;
  }

  void write(Dose dose, MedicationRequest request) {
    if (dose.steps().isEmpty()) {
      request.addDosageInstruction(single(dose));
      return;
    }
    // some steps hold only in a case that their words tell ("if a drip is impossible"): a client
    // that
    // reads amounts alone must not be able to give them all
    boolean only = dose.steps().size() == 1;
    for (Dose.Step step : dose.steps()) {
      Dosage dosage = new Dosage();
      dosage.setSequence(step.number());
      dosage.setText(step.text());
      if (only) {
        timing(dose, dosage);
        amount(step.amount(), step.amountMin(), step.amountMax(), step.unit(), dosage);
      }
      if (step.minutes() != null) {
        dosage.getTiming().getRepeat().setDuration(step.minutes()).setDurationUnit(UnitsOfTime.MIN);
      }
      route(dose, dosage);
      request.addDosageInstruction(dosage);
    }
  }

  private Dosage single(Dose dose) {
    Dosage dosage = new Dosage();
    dosage.setText(dose.form());
    timing(dose, dosage);
    route(dose, dosage);
    amount(dose.amount(), dose.amountMin(), dose.amountMax(), dose.unit(), dosage);
    return dosage;
  }

  private void route(Dose dose, Dosage dosage) {
    if (dose.route() != null && !dose.route().isEmpty()) {
      dosage.setRoute(routes.of(dose));
    }
  }

  private static void timing(Dose dose, Dosage dosage) {
    if (dose.timesPerDay() == null
        && dose.everyHours() == null
        && dose.doses() == null
        && dose.days() == null) {
      return;
    }
    TimingRepeatComponent repeat = dosage.getTiming().getRepeat();
    if (dose.days() != null) {
      Duration days = new Duration();
      days.setValue(dose.days()).setUnit("d").setSystem(FhirSystems.UCUM).setCode("d");
      repeat.setBounds(days);
    }
    if (dose.doses() != null) {
      repeat.setCount(dose.doses());
    }
    if (dose.timesPerDay() != null) {
      repeat.setFrequency(dose.timesPerDay()).setPeriod(1).setPeriodUnit(UnitsOfTime.D);
    } else if (dose.everyHours() != null) {
      repeat.setFrequency(1).setPeriod(dose.everyHours()).setPeriodUnit(UnitsOfTime.H);
    }
  }

  private static void amount(Double exact, Double min, Double max, String unit, Dosage dosage) {
    boolean rate = unit != null && unit.endsWith("/h") || unit != null && unit.endsWith("/min");
    if (exact != null) {
      Quantity quantity = quantity(exact, unit);
      DosageDoseAndRateComponent part = dosage.addDoseAndRate();
      part.setDose(rate ? null : quantity);
      part.setRate(rate ? quantity : null);
    } else if (min != null || max != null) {
      Range range = new Range();
      range.setLow(min == null ? null : quantity(min, unit));
      range.setHigh(max == null ? null : quantity(max, unit));
      DosageDoseAndRateComponent part = dosage.addDoseAndRate();
      part.setDose(rate ? null : range);
      part.setRate(rate ? range : null);
    }
  }

  /** Units of the dose tables are UCUM. */
  private static Quantity quantity(double value, String unit) {
    Quantity quantity = new Quantity();
    BigDecimal plain = BigDecimal.valueOf(value).stripTrailingZeros();
    // 500 and not 5E+2
    quantity.setValue(plain.scale() < 0 ? plain.setScale(0) : plain);
    if (unit != null) {
      quantity.setUnit(unit).setSystem(FhirSystems.UCUM).setCode(unit);
    }
    return quantity;
  }
}
