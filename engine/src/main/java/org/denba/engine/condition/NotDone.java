package org.denba.engine.condition;

import java.util.List;
import java.util.function.IntConsumer;
import org.denba.engine.assessment.Assessment;

/**
 * {@code notDone(x)} or {@code notDone(x, no-device)}: somebody said that it was not done, and the
 * protocol lets that close the question. An answer that leaves the question open counts as unknown.
 */
public record NotDone(int slot, String id, List<String> reasons) implements Condition {

  @Override
  public boolean test(Assessment a, boolean possible) {
    if (a.isNotDone(slot)) {
      return a.notDoneFor(slot, reasons);
    }
    return possible && a.isOpen(slot);
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
    return "notDone(" + id + (reasons.isEmpty() ? "" : ", " + String.join("/", reasons)) + ")";
  }
}
