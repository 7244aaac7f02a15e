/**
 * The evidence for the rules: which cases hold each row and each number, how many small mistakes
 * they would notice, and what is proved.
 */
package org.denba.fhir.workbench.evidence;
