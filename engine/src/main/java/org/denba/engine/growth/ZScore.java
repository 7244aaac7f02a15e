package org.denba.engine.growth;

import org.denba.engine.assessment.Interval;

/**
 * A z-score in full precision (round only to show it).
 *
 * @param value a point when sex and age are known exactly, else from the lowest to the highest
 *     z-score that is possible
 * @param flagged true when a possible z-score lies outside the bounds within which a measurement is
 *     believed: measure again, and keep the value only when the second measurement confirms it
 */
public record ZScore(Interval value, boolean flagged) {}
