package org.denba.engine.condition;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.denba.engine.assessment.Assessment;

/**
 * {@code countYes(k, a, b, …)}: at least k of these signs. Possible while the signs found and the
 * unknown ones together reach k.
 *
 * @param atLeast k
 * @param signs one {@code yes(…)} a sign
 */
public record CountYes(int atLeast, List<YesNo> signs) implements Condition {

  @Override
  public boolean test(Assessment a, boolean possible) {
    int count = 0;
    for (YesNo sign : signs) {
      if (sign.test(a, possible)) {
        count++;
      }
    }
    return count >= atLeast;
  }

  @Override
  public void because(Assessment a, Trace trace) {
    for (YesNo sign : signs) {
      if (sign.certain(a)) {
        sign.because(a, trace);
      }
    }
  }

  @Override
  public void refutedBy(Assessment a, Trace trace) {
    for (YesNo sign : signs) {
      if (!sign.possible(a)) {
        sign.refutedBy(a, trace);
      }
    }
  }

  @Override
  public void missing(Assessment a, Trace trace) {
    for (YesNo sign : signs) {
      if (sign.open(a)) {
        sign.missing(a, trace);
      }
    }
  }

  @Override
  public void reads(IntConsumer consumer) {
    signs.forEach(sign -> sign.reads(consumer));
  }

  @Override
  public String text() {
    return signs.stream()
        .map(YesNo::id)
        .collect(Collectors.joining(", ", "countYes(" + atLeast + ", ", ")"));
  }
}
