package org.denba.fhir.live;

/** One line of the register: an answer for one patient, or a request that was refused. */
sealed interface Entry permits Decision, Refusal {

  /** When, in whole hours since 1970 (UTC): no finer time is kept. */
  long hour();
}
