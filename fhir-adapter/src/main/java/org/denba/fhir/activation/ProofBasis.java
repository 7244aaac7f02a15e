package org.denba.fhir.activation;

import java.util.Set;
import java.util.TreeSet;
import org.denba.engine.TriageEngine;
import org.denba.engine.approval.Sha256;
import org.denba.engine.overlay.OverlayFiles;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.rules.RuleFiles;

/**
 * The files that the proof of one protocol rests on: its own, the dictionary and what all protocols
 * share, with the overlay. Words, cases, doses, growth curves and other protocols decide nothing in
 * a proof; whatever is not known to decide nothing counts.
 *
 * @param protocol the protocol's id
 * @param others the folders of other protocols
 * @param overlay the overlay's id, or null
 * @param digest of those files
 */
record ProofBasis(String protocol, Set<String> others, String overlay, String digest) {

  private static final Set<String> DECIDE_NOTHING = Set.of("doses", "growth", "cohort", "cases");

  static ProofBasis of(Protocol protocol, TriageEngine engine, String overlay) {
    Set<String> others = new TreeSet<>();
    engine.rules().forEach(each -> others.add(each.id()));
    others.remove(protocol.id());
    return new ProofBasis(protocol.id(), others, overlay, "").among(engine.files());
  }

  /** The same of other files. */
  ProofBasis among(RuleFiles files) {
    StringBuilder all = new StringBuilder();
    for (String path : files.list("")) {
      if (counts(path)) {
        all.append(path).append(' ').append(Sha256.of(files.find(path).orElse(""))).append('\n');
      }
    }
    return new ProofBasis(protocol, others, overlay, Sha256.of(all.toString()));
  }

  private boolean counts(String path) {
    String below = path;
    if (path.startsWith(OverlayFiles.FOLDER)) {
      String mine = OverlayFiles.FOLDER + overlay + "/";
      if (overlay == null || !path.startsWith(mine)) {
        return false;
      }
      below = path.substring(mine.length());
    }
    String[] parts = below.split("/");
    String name = parts[parts.length - 1];
    if (name.startsWith("texts_") || name.endsWith(".md")) {
      return false;
    }
    for (int i = 0; i < parts.length - 1; i++) {
      if (DECIDE_NOTHING.contains(parts[i])) {
        return false;
      }
    }
    return parts.length == 1 || !others.contains(parts[0]);
  }

  /** Under which name it is kept that this was proved. */
  String key() {
    return Digests.key("verify", protocol + " " + digest);
  }
}
