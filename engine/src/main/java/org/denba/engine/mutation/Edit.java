package org.denba.engine.mutation;

/**
 * A changed condition.
 *
 * @param at where the change begins in the text
 * @param change what is changed, in words
 * @param text the whole text after the change; empty when no condition is left
 */
record Edit(int at, String change, String text) {}
