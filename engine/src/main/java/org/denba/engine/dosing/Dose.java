package org.denba.engine.dosing;

import java.util.List;

/**
 * One medicine as it is given to one child. A component that is null is not stated by the source;
 * nothing is ever filled in.
 *
 * @param medication id of the medicine ({@code amoxicillin}), the same in all languages
 * @param medicationName its name in the asked language
 * @param amount the dose as calculated, in {@code unit}; null when it is a range or made of steps
 * @param amountMin lower end of a range, else null
 * @param amountMax upper end of a range, else null
 * @param unit UCUM unit of the amounts ({@code mg}, {@code mL}, {@code [iU]}, {@code {tablet}}), or
 *     null
 * @param volume what is measured, already rounded to what a syringe shows; null when nothing is
 *     measured
 * @param volumeUnit {@code mL} when there is a volume, else null
 * @param form what to give, in words, with the strength of the product ("2 tablets of 250 mg");
 *     null when made of steps
 * @param timesPerDay doses a day, or null
 * @param everyHours hours between doses, or null
 * @param doses how many doses in all (1 = this one only), or null
 * @param days length of the course in days, or null
 * @param route id of the route ({@code oral}), the same in all languages
 * @param routeText the route in words
 * @param basis what decided the dose, in words ("weight 11.2 kg", "age 12 up to 36 months"), or
 *     null
 * @param arithmetic the calculation or the mg/kg that results, to be checked by hand; null without
 *     a weight
 * @param steps fluids and other doses made of steps, in order; else empty
 * @param note what to heed with this dose, or null
 * @param source the clinical source of the row
 */
public record Dose(
    String medication,
    String medicationName,
    Double amount,
    Double amountMin,
    Double amountMax,
    String unit,
    Double volume,
    String volumeUnit,
    String form,
    Integer timesPerDay,
    Integer everyHours,
    Integer doses,
    Integer days,
    String route,
    String routeText,
    String basis,
    String arithmetic,
    List<Step> steps,
    String note,
    String source) {

  public Dose {
    steps = List.copyOf(steps);
  }

  /**
   * One step of a dose that is given in steps (fluids).
   *
   * @param number place in the order, from 1
   * @param text what to do, in words
   * @param amount amount of this step in {@code unit}; null when it is a range or not a matter of
   *     an amount
   * @param amountMin lower end of a range, else null
   * @param amountMax upper end of a range, else null
   * @param unit UCUM unit ({@code mL}, {@code mL/h}), or null
   * @param minutes how long the step lasts, or null
   * @param arithmetic the calculation, or null
   */
  public record Step(
      int number,
      String text,
      Double amount,
      Double amountMin,
      Double amountMax,
      String unit,
      Integer minutes,
      String arithmetic) {}
}
