package org.denba.engine.protocol;

/**
 * How soon and where the patient must be seen, least urgent first (the order of the constants is
 * the order of urgency).
 */
public enum Urgency {
  /**
   * Nothing above home care is proved and something is open. Ranks below home care: it must never
   * be read as reassurance.
   */
  UNDETERMINED("undetermined"),
  HOME_CARE("home-care"),
  TREAT_HERE("treat-here"),
  REFER_NONURGENT("refer-nonurgent"),
  REFER_URGENT("refer-urgent");

  private final String code;

  Urgency(String code) {
    this.code = code;
  }

  /** The code that clients see. */
  public String code() {
    return code;
  }

  public static Urgency max(Urgency a, Urgency b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
