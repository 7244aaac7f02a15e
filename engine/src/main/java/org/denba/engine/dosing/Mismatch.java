package org.denba.engine.dosing;

import org.denba.engine.assessment.Interval;

/**
 * Weight and age that lie more than one band apart: one of the two may be wrong, and the dose with
 * it.
 *
 * @param weightKg the weight
 * @param ageMonths the age
 * @param text the warning in words
 */
public record Mismatch(double weightKg, Interval ageMonths, String text) {}
