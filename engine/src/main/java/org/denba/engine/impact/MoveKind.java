package org.denba.engine.impact;

import java.util.Locale;

/** In which way an answer is another one, the most dangerous ways first. */
public enum MoveKind {
  /** The old rules answered, the new ones refuse. */
  NOT_ANSWERED,
  /** Was referred urgently, and is no more. */
  URGENT_REFERRAL_LOST,
  /** Something was open, and now the patient is sent home. */
  UNDETERMINED_TO_HOME,
  /** Less urgent in another way, or not proved any more. */
  LESS_URGENT,
  /** A pink row is not proved any more. */
  PINK_LOST,
  /** What could be more urgent is now ruled out. */
  RULED_OUT,
  /** Called decided or complete, and was not. */
  CLOSED,
  /** More of a medicine, or more often, or longer. */
  DOSE_GROWS,
  /** A treatment that is not recommended any more. */
  TREATMENT_LOST,
  /** A treatment whose dose is not told any more. */
  DOSE_LOST,
  /** Less of a medicine, or more rarely, or shorter. */
  DOSE_FALLS,
  /** The same medicine in another unit or by another route. */
  DOSE_CHANGES,
  /** A row that is not proved any more, and was not pink. */
  ROW_LOST,
  /** A row with another colour or urgency. */
  ROW_CHANGES,
  /** Counselling, a follow-up, prevention or a referral that is not recommended any more. */
  ADVICE_LOST,
  /** A referral to another place. */
  DESTINATION,
  /** A follow-up on another day. */
  FOLLOW_UP,
  /** Answered by another protocol. */
  PROTOCOL,
  /** The old rules refused, the new ones answer. */
  NOW_ANSWERED,
  /** More urgent. */
  MORE_URGENT,
  /** Called decided or complete, since something more urgent is proved. */
  SETTLED,
  /** Was sent home, and is so no more, since something is open: nobody is seen less soon. */
  HOME_TO_UNDETERMINED,
  /** Something more urgent is no longer ruled out. */
  NOT_RULED_OUT,
  /** Was decided or complete, and something is open now. */
  OPENED,
  /** A row that was not proved. */
  ROW_ADDED,
  /** A treatment that was not recommended. */
  TREATMENT_ADDED,
  /** A dose that was not told. */
  DOSE_ADDED,
  /** Other advice that was not recommended. */
  ADVICE_ADDED,
  /** A row that gave way to a more urgent one. */
  ROW_REPLACED,
  /** Advice that gave way to a more urgent answer. */
  ADVICE_REPLACED,
  /** A row that is open or ruled out, and was not; it is proved neither before nor after. */
  ROW_OPEN,
  /** Another question is asked. */
  QUESTION,
  /** Another remark on how the request was read. */
  WARNING,
  /** Only words. */
  TEXT;

  /** The code in message keys and in answers: {@code pink-lost}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether somebody is seen less soon, or not answered, or not looked at further. */
  public boolean isLessUrgent() {
    return compareTo(CLOSED) <= 0;
  }

  /** Whether a patient may come to harm by it: less urgent, less treatment, more of a medicine. */
  public boolean isDangerous() {
    return compareTo(ADVICE_LOST) <= 0;
  }

  /** Whether more changes than words. */
  public boolean isClinical() {
    return this != TEXT;
  }
}
