package org.denba.engine.triage;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.denba.engine.approval.Approvals;
import org.denba.engine.approval.ProtocolApproval;
import org.denba.engine.assessment.ParameterValues;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.overlay.Overlay;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.protocol.ProtocolDescription;
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
 * @param approved which rows a clinician approved
 * @param overlaid the overlay over the rules
 */
record LoadedProtocol(
    Protocol protocol,
    Texts texts,
    ParameterValues active,
    ParameterValues inCommunity,
    int[] questionRank,
    ProtocolApproval approved,
    OverlayApproval overlaid) {

  private static final String APPROVED = "approved.by";
  private static final String DRAFT = ProtocolApproval.DRAFT;

  /**
   * The overlay over the rules.
   *
   * @param ref its id and version, or null
   * @param draft a clinician has to approve it first
   */
  record OverlayApproval(OverlayRef ref, boolean draft) {}

  /**
   * A protocol as it was read, of which no row is approved yet.
   *
   * @param given the parameter values that this site sets
   * @param overlay the overlay over the rules, or null
   * @param digests the digest of each row
   */
  static LoadedProtocol of(
      Protocol protocol,
      Texts texts,
      Map<String, Object> given,
      Overlay overlay,
      DataDictionary dictionary,
      Map<String, String> digests) {
    return new LoadedProtocol(
        protocol,
        texts,
        with(protocol.defaults(), given),
        with(protocol.defaults().with(protocol.communityDefaults()), given),
        QuestionRank.of(protocol, dictionary),
        new ProtocolApproval(digests, Map.of()),
        overlay == null
            ? new OverlayApproval(null, false)
            : new OverlayApproval(
                overlay.ref(), overlay.approval().equals(ProtocolApproval.DRAFT)));
  }

  OverlayRef overlay() {
    return overlaid.ref();
  }

  /** {@code draft} while a clinician has to approve a row or the overlay, else who approved. */
  String approval() {
    if (overlaid.draft()) {
      return DRAFT;
    }
    return approved.complete() ? approved.code() : protocol.file().approval();
  }

  /** The same for one row. */
  String approval(String row) {
    return overlaid.draft() ? DRAFT : approved.code(row);
  }

  /** {@link #approval()} as a sentence. */
  String approvalText(String language) {
    String code = approval();
    if (overlaid.draft() || !approved.complete()) {
      return texts.get(language, "approval." + code, Map.of());
    }
    return texts.has(language, APPROVED)
        ? texts.get(language, APPROVED, Map.of("who", approved.by()))
        : code;
  }

  /** What is approved, for a description of the protocol. */
  ProtocolDescription.ApprovalWords approvalWords(String language) {
    Map<String, String> rows = new LinkedHashMap<>();
    approved.digests().keySet().forEach(row -> rows.put(row, approval(row)));
    return new ProtocolDescription.ApprovalWords(
        approval(), approvalText(language), rows, approved.digests());
  }

  /** The same protocol with what was approved by now. */
  LoadedProtocol with(Approvals approvals) {
    return new LoadedProtocol(
        protocol,
        texts,
        active,
        inCommunity,
        questionRank,
        approvals.of(protocol.id(), approved.digests()),
        overlaid);
  }

  /** Another reading of the same protocol, with the same texts and values. */
  LoadedProtocol with(Protocol other, DataDictionary dictionary) {
    new TextCheck(other, texts).checkWanted();
    return new LoadedProtocol(
        other, texts, active, inCommunity, QuestionRank.of(other, dictionary), approved, overlaid);
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
