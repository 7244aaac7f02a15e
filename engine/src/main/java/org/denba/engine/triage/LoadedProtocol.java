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
 * @param active the parameter values of this site at a health facility
 * @param inCommunity those for its community health workers
 * @param questionRank the order in which its charts first look at each element
 */
record LoadedProtocol(
    Protocol protocol,
    Texts texts,
    ParameterValues active,
    ParameterValues inCommunity,
    int[] questionRank) {

  /** The values of this site in one setting. */
  ParameterValues active(String setting) {
    return TriageRequest.COMMUNITY.equals(setting) ? inCommunity : active;
  }

  /** The values of one request: those of this site, but for what the request sets. */
  ParameterValues parametersFor(String setting, Map<String, Object> requested) {
    ParameterValues site = active(setting);
    Map<String, Object> own = new HashMap<>();
    requested.forEach(
        (id, value) -> {
          if (site.has(id)) {
            own.put(id, value);
          }
        });
    return site.with(own);
  }
}
