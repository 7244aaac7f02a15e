package org.denba.engine.approval;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A clinician stands for rows of a protocol as they are written at this moment.
 *
 * @param protocol the protocol's id
 * @param protocolDigest the digest of the protocol that the clinician looked at
 * @param approver who
 * @param date the day on which it was approved
 * @param comment what the clinician wants to say, may be empty
 * @param rows the digest of each approved row, by row id
 */
public record Approval(
    String protocol,
    String protocolDigest,
    Approver approver,
    LocalDate date,
    String comment,
    Map<String, String> rows) {

  /**
   * Who approves.
   *
   * @param name the clinician's name
   * @param role the clinician's role ({@code paediatrician, Ministry of Health})
   */
  public record Approver(String name, String role) {}

  public Approval {
    rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
  }

  /** {@code NAME (ROLE), DATE}. */
  public String by() {
    return approver.name() + " (" + approver.role() + "), " + date;
  }
}
