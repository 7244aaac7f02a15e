package org.denba.engine.immunisation;

import java.time.LocalDate;

/**
 * Something to say about how one entry of the list of doses was read.
 *
 * @param code the code of the warning
 * @param vaccine the vaccine as it was named, perhaps empty
 * @param date its date, or null
 */
public record DoseRemark(String code, String vaccine, LocalDate date) {}
