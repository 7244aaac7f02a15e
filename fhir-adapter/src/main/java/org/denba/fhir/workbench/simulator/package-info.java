/**
 * The case simulator: a made-up patient, asked only what the protocol needs now. The whole case
 * stands in the address; it is answered by the same door as {@code POST /triage}.
 */
package org.denba.fhir.workbench.simulator;
