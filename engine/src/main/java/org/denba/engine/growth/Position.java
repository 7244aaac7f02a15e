package org.denba.engine.growth;

/** How the child was measured; a child measures more lying (length) than standing (height). */
public enum Position {
  LYING,
  STANDING,
  /** Not told: taken as the position that the standards ask for at the child's age. */
  AS_AGE_SUGGESTS
}
