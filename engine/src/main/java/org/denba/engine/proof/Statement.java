package org.denba.engine.proof;

import java.util.function.Consumer;
import org.denba.engine.assessment.Assessment;
import org.logicng.formulas.Formula;

/**
 * How rules read one thing that was said of an input.
 *
 * @param state the place of what was said among the input's states
 * @param when under which circumstances it is read so (its question arises, the answer closes it)
 * @param write writes it as rules read it
 */
record Statement(int state, Formula when, Consumer<Assessment> write) {}
