package org.denba.engine.proof;

import java.util.List;

/**
 * What was proved of a set of rules.
 *
 * @param protocols one proof a protocol
 */
public record ProofReport(List<ProtocolProof> protocols) {

  /** How every proof is done, for reports. */
  public static final String METHOD =
      "SAT solver (LogicNG) over all combinations; nothing is sampled";

  public ProofReport {
    protocols = List.copyOf(protocols);
  }

  /** Whether every protocol holds. */
  public boolean holds() {
    return protocols.stream().allMatch(ProtocolProof::holds);
  }
}
