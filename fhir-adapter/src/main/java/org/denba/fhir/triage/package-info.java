/** The JSON door: reading triage requests, writing answers, one at a time and many in a stream. */
package org.denba.fhir.triage;
