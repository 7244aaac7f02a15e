package org.denba.engine.triage;

import java.util.BitSet;
import org.denba.engine.condition.Trace;

/** Collects the unknown slots of one condition, not what stands below them. */
record UnknownSlots(BitSet slots) implements Trace {
  @Override
  public void because(int slot) {
    throw new IllegalStateException("only what is missing is asked for");
  }

  @Override
  public void refuted(int slot) {
    throw new IllegalStateException("only what is missing is asked for");
  }

  @Override
  public void missing(int slot) {
    slots.set(slot);
  }

  @Override
  public void parameter(int parameter) {
    // a parameter is never missing
  }
}
