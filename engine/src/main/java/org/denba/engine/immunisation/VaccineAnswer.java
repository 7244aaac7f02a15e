package org.denba.engine.immunisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.denba.engine.dictionary.DataElement;

/**
 * What the calendar says of one child and one vaccine.
 *
 * @param vaccine the vaccine
 * @param next the doses that may be next
 * @param status the statuses that may be the case
 * @param certain whether next dose and status are proved; else they are only possible
 * @param comeBack the day of the next visit for this vaccine, or null
 * @param waitsFor what must be known to be certain; empty when certain
 */
public record VaccineAnswer(
    Vaccine vaccine,
    Set<String> next,
    Set<VaccineStatus> status,
    boolean certain,
    LocalDate comeBack,
    List<DataElement> waitsFor) {}
