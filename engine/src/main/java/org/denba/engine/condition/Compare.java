package org.denba.engine.condition;

import java.util.function.IntConsumer;
import org.denba.engine.assessment.Assessment;

/**
 * {@code atLeast(x, n)}, {@code above}, {@code atMost}, {@code below}: a comparison of a quantity.
 * Of a quantity known only as an interval it is certain when it holds on the whole interval and
 * possible when it holds on part of it.
 *
 * @param slot the quantity
 * @param id its id
 * @param operator the comparison
 * @param threshold what it is compared with, in the quantity's unit
 */
public record Compare(int slot, String id, Operator operator, Threshold threshold)
    implements Condition {

  /** The four comparisons. */
  public enum Operator {
    AT_LEAST("atLeast"),
    ABOVE("above"),
    AT_MOST("atMost"),
    BELOW("below");

    private final String word;

    Operator(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }

    boolean holds(double value, double threshold) {
      return switch (this) {
        case AT_LEAST -> value >= threshold;
        case ABOVE -> value > threshold;
        case AT_MOST -> value <= threshold;
        case BELOW -> value < threshold;
      };
    }
  }

  @Override
  public boolean test(Assessment a, boolean possible) {
    if (a.isKnown(slot)) {
      double limit = threshold.value(a);
      boolean upward = operator == Operator.AT_LEAST || operator == Operator.ABOVE;
      // the end of the interval that decides: the far end for "possible", the near one for
      // "certain"
      double end = upward == possible ? a.high(slot) : a.low(slot);
      return operator.holds(end, limit);
    }
    return possible && a.isOpen(slot);
  }

  @Override
  public void because(Assessment a, Trace trace) {
    trace.because(slot);
    traceThreshold(trace);
  }

  @Override
  public void refutedBy(Assessment a, Trace trace) {
    trace.because(slot);
    traceThreshold(trace);
  }

  private void traceThreshold(Trace trace) {
    if (threshold instanceof Threshold.Parameter parameter) {
      trace.parameter(parameter.index());
    }
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
    return operator.word() + "(" + id + ", " + threshold.text() + ")";
  }
}
