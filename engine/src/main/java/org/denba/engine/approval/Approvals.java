package org.denba.engine.approval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every approval that was given. Immutable. */
public record Approvals(List<Approval> all) {

  public Approvals {
    all = List.copyOf(all);
  }

  /** Nobody approved anything. */
  public static Approvals none() {
    return new Approvals(List.of());
  }

  /** The same and one more. */
  public Approvals and(Approval approval) {
    List<Approval> more = new ArrayList<>(all);
    more.add(approval);
    return new Approvals(more);
  }

  /**
   * What of a protocol is approved as it is written: a row whose digest is another than the
   * approved one is not.
   *
   * @param digests the digest of each row
   */
  public ProtocolApproval of(String protocol, Map<String, String> digests) {
    Map<String, Approval> rows = new LinkedHashMap<>();
    for (Approval approval : all) {
      if (approval.protocol().equals(protocol)) {
        approval
            .rows()
            .forEach(
                (row, digest) -> {
                  if (digest.equals(digests.get(row))) {
                    // the latest word on a row counts
                    rows.put(row, approval);
                  }
                });
      }
    }
    return new ProtocolApproval(digests, rows);
  }
}
