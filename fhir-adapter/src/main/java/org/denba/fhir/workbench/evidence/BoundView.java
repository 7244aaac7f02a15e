package org.denba.fhir.workbench.evidence;

import org.denba.fhir.workbench.coverage.HeldBound;

/**
 * A number of the rules as the page shows it.
 *
 * @param words the comparison in words
 * @param held the number and its cases
 */
public record BoundView(String words, HeldBound held) {}
