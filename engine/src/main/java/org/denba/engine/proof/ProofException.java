package org.denba.engine.proof;

/**
 * Something that does not hold and need not: a line of {@code proof-exceptions.csv}.
 *
 * @param property the property that does not hold
 * @param what the sub-chart, row, line or derived sign
 * @param why why it is accepted
 * @param source where that stands
 * @param where file and row
 */
public record ProofException(
    Property property, String what, String why, String source, String where) {}
