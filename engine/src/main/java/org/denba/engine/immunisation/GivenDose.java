package org.denba.engine.immunisation;

import java.time.LocalDate;

/**
 * A dose that counts as given.
 *
 * @param vaccine the vaccine
 * @param day the day on which it was given
 */
record GivenDose(Vaccine vaccine, LocalDate day) {}
