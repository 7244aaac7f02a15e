/**
 * What a vaccination calendar says of one child: the calendar is a table of the rules, the doses
 * that were given are findings, and the answer is which dose comes next and when. No vaccine is
 * named here.
 */
package org.denba.engine.immunisation;
