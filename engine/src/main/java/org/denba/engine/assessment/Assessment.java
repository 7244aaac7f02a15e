package org.denba.engine.assessment;

import java.util.List;

/**
 * Everything that is known of one patient in one encounter, laid out in arrays so that rules read
 * it fast. A slot is a data element of the dictionary, or, after those, a row of a chart or the
 * guard of a question.
 *
 * <p>An assessment belongs to one evaluation and one thread. Between two strata the evaluation
 * writes what it derived; a slot is written before the first stratum that reads it and never again,
 * so every rule sees a picture that stands still.
 */
public final class Assessment {

  private static final byte YES_CERTAIN = 1;
  private static final byte YES_POSSIBLE = 2;

  private static final Status[] STATUSES = Status.values();

  private final byte[] status;
  private final byte[] truth;
  private final int[] certainCodes;
  private final int[] possibleCodes;
  private final double[] low;
  private final double[] high;
  private final String[] notDone;
  private final boolean[] asked;
  private final boolean[] acknowledged;
  private final ParameterValues parameters;
  private final Contact contact;

  /**
   * @param slots number of slots of the protocol
   * @param elements how many of them are data elements; they come first, and only they have codes
   *     and quantities
   * @param parameters the parameter values of this request
   * @param contact where and at what kind of visit the patient is seen
   */
  public Assessment(int slots, int elements, ParameterValues parameters, Contact contact) {
    // BLANK is the first status
    this.status = new byte[slots];
    this.truth = new byte[slots];
    this.certainCodes = new int[elements];
    this.possibleCodes = new int[elements];
    this.low = new double[elements];
    this.high = new double[elements];
    this.notDone = new String[elements];
    this.asked = new boolean[slots];
    this.acknowledged = new boolean[elements];
    this.parameters = parameters;
    this.contact = contact;
  }

  // what an intake or a stratum writes

  public void answer(int slot, boolean yes) {
    set(slot, Status.KNOWN);
    truth[slot] = yes ? (byte) (YES_CERTAIN | YES_POSSIBLE) : 0;
  }

  public void code(int slot, int codeIndex) {
    set(slot, Status.KNOWN);
    certainCodes[slot] = 1 << codeIndex;
    possibleCodes[slot] = 1 << codeIndex;
  }

  public void quantity(int slot, Interval value) {
    set(slot, Status.KNOWN);
    low[slot] = value.low();
    high[slot] = value.high();
  }

  /** A value whose content no rule compares (a date, a list). */
  public void present(int slot) {
    set(slot, Status.KNOWN);
  }

  public void notDone(int slot, String reason, boolean closes) {
    set(slot, closes ? Status.CLOSED : Status.NOT_DONE);
    notDone[slot] = reason;
  }

  /**
   * Not done, and the rules may say so; what compares the element stays open all the same (a
   * gestation that nobody can tell).
   */
  public void notDoneButOpen(int slot, String reason) {
    set(slot, Status.NOT_DONE);
    notDone[slot] = reason;
    acknowledged[slot] = true;
  }

  public void blank(int slot) {
    set(slot, Status.BLANK);
  }

  /** A derived sign, row or guard: certain and possible as its rules said in the two readings. */
  public void derived(int slot, boolean certain, boolean possible) {
    set(slot, certain || !possible ? Status.KNOWN : Status.BLANK);
    truth[slot] = (byte) ((certain ? YES_CERTAIN : 0) | (possible ? YES_POSSIBLE : 0));
  }

  /** A derived code: the codes whose rules are certain, and those whose rules are possible. */
  public void derivedCode(int slot, int certain, int possible) {
    set(slot, Integer.bitCount(possible) <= 1 && possible == certain ? Status.KNOWN : Status.BLANK);
    certainCodes[slot] = certain;
    possibleCodes[slot] = possible;
  }

  /** The question does not arise. */
  public void notNeeded(int slot) {
    set(slot, Status.NOT_NEEDED);
  }

  /** The question certainly arises. */
  public void asked(int slot) {
    asked[slot] = true;
  }

  private void set(int slot, Status value) {
    status[slot] = (byte) value.ordinal();
  }

  // what predicates read

  public Status status(int slot) {
    return STATUSES[status[slot]];
  }

  public boolean isKnown(int slot) {
    return status[slot] == Status.KNOWN.ordinal();
  }

  /** Unknown as the rules see it: blank, or not done in a way that leaves it open. */
  public boolean isOpen(int slot) {
    return status[slot] == Status.BLANK.ordinal() || status[slot] == Status.NOT_DONE.ordinal();
  }

  public boolean isAsked(int slot) {
    return asked[slot];
  }

  public boolean yesCertain(int slot) {
    return (truth[slot] & YES_CERTAIN) != 0;
  }

  public boolean yesPossible(int slot) {
    return (truth[slot] & YES_POSSIBLE) != 0;
  }

  public int certainCodes(int slot) {
    return certainCodes[slot];
  }

  public int possibleCodes(int slot) {
    return possibleCodes[slot];
  }

  public double low(int slot) {
    return low[slot];
  }

  public double high(int slot) {
    return high[slot];
  }

  /** Whether a rule may take it as a fact that this was not done. */
  public boolean isNotDone(int slot) {
    return status[slot] == Status.CLOSED.ordinal() || acknowledged[slot];
  }

  /** The reason given for a slot that was not done, else null. */
  public String notDoneReason(int slot) {
    return notDone[slot];
  }

  public boolean notDoneFor(int slot, List<String> reasons) {
    return reasons.isEmpty() || reasons.contains(notDone[slot]);
  }

  public ParameterValues parameters() {
    return parameters;
  }

  public String setting() {
    return contact.setting();
  }

  public Contact contact() {
    return contact;
  }
}
