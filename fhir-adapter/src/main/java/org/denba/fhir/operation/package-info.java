/** The FHIR endpoints: {@code $triage} and {@code metadata}, their formats and errors. */
package org.denba.fhir.operation;
