package org.denba.engine.dictionary;

/** The kinds of values that a data element can have. */
public enum ElementType {
  BOOLEAN,
  QUANTITY,
  CODED,
  DATE,
  LIST
}
