package org.denba.engine.condition;

import java.util.stream.Stream;
import org.denba.engine.assessment.Assessment;

/**
 * {@code earlier(ROW)}: this is a follow-up visit, and the visit before reported this row. Always
 * known.
 */
public record EarlierRow(String row) implements KnownBeforehand {

  /** The rows that a condition looks for. */
  public static Stream<String> in(Condition condition) {
    if (condition instanceof EarlierRow earlier) {
      return Stream.of(earlier.row());
    }
    if (condition instanceof AllOf all) {
      return all.parts().stream().flatMap(EarlierRow::in);
    }
    return condition instanceof AnyOf any
        ? any.parts().stream().flatMap(EarlierRow::in)
        : Stream.of();
  }

  @Override
  public boolean test(Assessment a, boolean possible) {
    return a.contact().followUp() && a.contact().earlierRows().contains(row);
  }

  @Override
  public String text() {
    return "earlier(" + row + ")";
  }
}
