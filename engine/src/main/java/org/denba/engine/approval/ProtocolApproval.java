package org.denba.engine.approval;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What of one protocol is approved. It is asked for every answer, so everything that it says is
 * worked out once. Immutable.
 */
public final class ProtocolApproval {

  /** Nobody approved it, or not all of it. */
  public static final String DRAFT = "draft";

  private static final String APPROVED = "approved by ";

  private final Map<String, String> digests;
  private final Map<String, Approval> rows;
  private final Map<String, String> codes = new LinkedHashMap<>();
  private final boolean complete;
  private final String by;
  private final String code;

  /**
   * @param digests the digest of each row, by row id; {@link RowDigests#EVERYWHERE} for what
   *     belongs to no row
   * @param rows the approval of each row that has one
   */
  public ProtocolApproval(Map<String, String> digests, Map<String, Approval> rows) {
    this.digests = Collections.unmodifiableMap(new LinkedHashMap<>(digests));
    this.rows = Map.copyOf(rows);
    rows.forEach((row, approval) -> codes.put(row, APPROVED + approval.by()));
    this.complete = !digests.isEmpty() && rows.keySet().containsAll(digests.keySet());
    this.by =
        rows.values().stream()
            .sorted(Comparator.comparing(Approval::date))
            .map(Approval::by)
            .distinct()
            .collect(Collectors.joining("; "));
    this.code = complete ? APPROVED + by : DRAFT;
  }

  /** The digest of each row, by row id, in the order of the charts. */
  public Map<String, String> digests() {
    return digests;
  }

  /** The approval of each row that has one. */
  public Map<String, Approval> rows() {
    return rows;
  }

  /** Whether every row is approved, and what belongs to no row. */
  public boolean complete() {
    return complete;
  }

  /** {@code draft}, or {@code approved by NAME (ROLE), DATE} when every row is approved. */
  public String code() {
    return code;
  }

  /** The same for one row. */
  public String code(String row) {
    return codes.getOrDefault(row, DRAFT);
  }

  /** Who approved, in the order of the dates; empty while nobody did. */
  public String by() {
    return by;
  }

  /** The rows that are still a draft, in the order of the charts. */
  public List<String> drafts() {
    return digests.keySet().stream().filter(row -> !rows.containsKey(row)).toList();
  }
}
