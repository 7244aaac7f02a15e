/**
 * How well the cases hold the rules: every rule is changed a little, one change at a time, and a
 * case must notice.
 */
package org.denba.engine.mutation;
