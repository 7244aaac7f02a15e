/**
 * Which cases hold the rules: the cases of a set of rules are run, and what each of them says of a
 * row or a number is kept.
 */
package org.denba.fhir.workbench.coverage;
