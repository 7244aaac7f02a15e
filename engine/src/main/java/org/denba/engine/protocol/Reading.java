package org.denba.engine.protocol;

import java.util.BitSet;
import org.denba.engine.assessment.Assessment;

/**
 * The fact that the rules see: the assessment as one stratum reads it. It never changes; what a
 * stratum derives is seen through the fact of the next one.
 *
 * @param stratum which rules it is for
 * @param assessment what is known
 * @param certain receives the rules that hold in the certain reading, by their index
 * @param possible receives the rules that hold in the possible reading
 */
record Reading(int stratum, Assessment assessment, BitSet certain, BitSet possible) {}
