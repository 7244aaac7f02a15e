package org.denba.engine.triage;

import java.util.HashMap;
import java.util.Map;
import org.denba.engine.assessment.ParameterValues;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.rules.OverlayRef;
import org.denba.engine.text.Texts;

/**
 * A protocol with what its answers need.
 *
 * @param protocol the rules
 * @param texts its texts, over the shared ones
 * @param active the parameter values of this site at a health facility
 * @param inCommunity those for its community health workers
 * @param questionRank the order in which its charts first look at each element
 * @param approval {@code draft} while a clinician has to approve the rules or the overlay
 * @param overlay the overlay over the rules, or null
 */
record LoadedProtocol(
    Protocol protocol,
    Texts texts,
    ParameterValues active,
    ParameterValues inCommunity,
    int[] questionRank,
    String approval,
    OverlayRef overlay) {

  /** Another reading of the same protocol, with the same texts and values. */
  LoadedProtocol with(Protocol other, DataDictionary dictionary) {
    new TextCheck(other, texts).checkWanted();
    return new LoadedProtocol(
        other,
        texts,
        active,
        inCommunity,
        QuestionRank.of(other, dictionary),
        approval,
        overlay);
  }

  /** The values of this site in one setting. */
  ParameterValues active(String setting) {
    return TriageRequest.COMMUNITY.equals(setting) ? inCommunity : active;
  }

  /** The values of one request: those of this site, but for what the request sets. */
  ParameterValues parametersFor(String setting, Map<String, Object> requested) {
    return with(active(setting), requested);
  }

  /** Parameter values with those of others in their place that the protocol has. */
  static ParameterValues with(ParameterValues values, Map<String, Object> others) {
    Map<String, Object> own = new HashMap<>();
    others.forEach(
        (id, value) -> {
          if (values.has(id)) {
            own.put(id, value);
          }
        });
    return values.with(own);
  }
}
