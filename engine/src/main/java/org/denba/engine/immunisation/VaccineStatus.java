package org.denba.engine.immunisation;

/** How a child stands with one vaccine. */
public enum VaccineStatus {
  NOT_APPLICABLE("not-applicable"),
  COMPLETE("complete"),
  UNKNOWN("unknown"),
  EXPIRED("expired"),
  NOT_YET("not-yet"),
  DUE("due"),
  OVERDUE("overdue");

  private final String code;

  VaccineStatus(String code) {
    this.code = code;
  }

  /** The code of the derived data element. */
  public String code() {
    return code;
  }
}
