package org.denba.engine.condition;

import java.util.function.IntConsumer;
import org.denba.engine.assessment.Assessment;

/**
 * {@code earlier(ROW)}: this is a follow-up visit, and the visit before reported this row. Always
 * known.
 */
public record EarlierRow(String row) implements Condition {

  @Override
  public boolean test(Assessment a, boolean possible) {
    return a.contact().followUp() && a.contact().earlierRows().contains(row);
  }

  @Override
  public void because(Assessment a, Trace trace) {
    // known without any finding
  }

  @Override
  public void refutedBy(Assessment a, Trace trace) {
    // known without any finding
  }

  @Override
  public void missing(Assessment a, Trace trace) {
    // never unknown
  }

  @Override
  public void reads(IntConsumer consumer) {
    // reads no slot
  }

  @Override
  public String text() {
    return "earlier(" + row + ")";
  }
}
