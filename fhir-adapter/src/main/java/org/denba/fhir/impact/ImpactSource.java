package org.denba.fhir.impact;

/**
 * What was compared, as the report names it.
 *
 * @param before the rules before: a folder, or {@code built-in}
 * @param after the rules after
 * @param synthetic whether the patients are invented; else they are lines of a file
 * @param seed the seed of invented patients
 */
public record ImpactSource(String before, String after, boolean synthetic, long seed) {}
