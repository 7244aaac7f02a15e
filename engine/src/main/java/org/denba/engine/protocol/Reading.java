package org.denba.engine.protocol;

import java.util.BitSet;
import org.denba.engine.assessment.Assessment;

/**
 * The fact that the rules see: the assessment as one stratum reads it in one of the two readings. It never changes; what a stratum
 * derives is seen through the readings of the next one.
 *
 * @param stratum which rules it is for
 * @param possible the possible reading, else the certain one
 * @param assessment what is known
 * @param fired the rules that fired in this reading, by their index
 */
record Reading(int stratum, boolean possible, Assessment assessment, BitSet fired) {}
