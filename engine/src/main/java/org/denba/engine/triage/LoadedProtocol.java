package org.denba.engine.triage;

import java.util.HashMap;
import java.util.Map;
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
record LoadedProtocol(Protocol protocol, Texts texts, ParameterValues active, int[] questionRank) {

  /** The values of one request: those of this site, but for what the request sets. */
  ParameterValues parametersFor(Map<String, Object> requested) {
    Map<String, Object> own = new HashMap<>();
    requested.forEach(
        (id, value) -> {
          if (active.has(id)) {
            own.put(id, value);
          }
        });
    return active.with(own);
  }
}
