package org.denba.engine.growth;

/** The sex by which the growth standards are split. In rule files it is written in lower case. */
public enum Sex {
  MALE,
  FEMALE
}
