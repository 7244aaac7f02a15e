/**
 * What clients are told when a call cannot be answered: RFC 9457 problem documents, never a stack
 * trace.
 */
package org.denba.fhir.problem;
