package org.denba.engine.condition;

import java.util.List;
import java.util.function.IntConsumer;
import org.denba.engine.assessment.Assessment;

/**
 * {@code is(x, a/b)}: a coded element has one of these codes.
 *
 * @param slot the element
 * @param id its id
 * @param codes the codes, for texts
 * @param mask the same as bits, in the order of the element's codes
 */
public record IsCode(int slot, String id, List<String> codes, int mask) implements Condition {

  @Override
  public boolean test(Assessment a, boolean possible) {
    if (a.isKnown(slot)) {
      return (a.certainCodes(slot) & mask) != 0;
    }
    if (!a.isOpen(slot)) {
      return false;
    }
    int left = a.possibleCodes(slot);
    if (left == 0) {
      return possible;
    }
    // a derived code of which some values are ruled out already
    return possible
        ? (left & mask) != 0
        : (left & ~mask) == 0 && (a.certainCodes(slot) & mask) != 0;
  }

  @Override
  public void because(Assessment a, Trace trace) {
    trace.because(slot);
  }

  @Override
  public void refutedBy(Assessment a, Trace trace) {
    trace.because(slot);
  }

  @Override
  public void missing(Assessment a, Trace trace) {
    trace.missing(slot);
  }

  @Override
  public void reads(IntConsumer consumer) {
    consumer.accept(slot);
  }

  @Override
  public String text() {
    return "is(" + id + ", " + String.join("/", codes) + ")";
  }
}
