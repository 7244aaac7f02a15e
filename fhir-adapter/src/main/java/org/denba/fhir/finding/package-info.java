/**
 * From what a client sent to a finding: types, codes and units, the same for every door. Knows
 * neither JSON nor FHIR, no web and no framework.
 */
package org.denba.fhir.finding;
