/**
 * The live view: what was triaged on this service, counted without identifying anybody, with a
 * decision log where the operator wants one.
 */
package org.denba.fhir.live;
