package org.denba.engine.triage;

import org.denba.engine.assessment.ParameterValues;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.text.Texts;

/**
 * A protocol with what its answers need.
 *
 * @param protocol the rules
 * @param texts its texts, over the shared ones
 * @param active the parameter values of this site
 * @param questionRank the order in which its charts first look at each element
 */
record LoadedProtocol(Protocol protocol, Texts texts, ParameterValues active, int[] questionRank) {}
