/**
 * The chart booklet: what the rules say, in the words of their own dictionary and texts. A phrase
 * is built from the tree of a condition; nothing here knows a sign.
 */
package org.denba.fhir.workbench.booklet;
