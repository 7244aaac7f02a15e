package org.denba.engine.condition;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.denba.engine.assessment.Assessment;

/** At least one part holds. */
public record AnyOf(List<Condition> parts) implements Condition {

  @Override
  public boolean test(Assessment a, boolean possible) {
    for (int i = 0; i < parts.size(); i++) {
      Condition part = parts.get(i);
      if (part.test(a, possible)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void because(Assessment a, Trace trace) {
    for (Condition part : parts) {
      if (part.certain(a)) {
        part.because(a, trace);
      }
    }
  }

  @Override
  public void refutedBy(Assessment a, Trace trace) {
    for (Condition part : parts) {
      part.refutedBy(a, trace);
    }
  }

  @Override
  public void missing(Assessment a, Trace trace) {
    for (Condition part : parts) {
      if (part.open(a)) {
        part.missing(a, trace);
      }
    }
  }

  @Override
  public void reads(IntConsumer consumer) {
    parts.forEach(part -> part.reads(consumer));
  }

  @Override
  public String text() {
    return parts.stream()
        .map(part -> part instanceof AllOf ? "(" + part.text() + ")" : part.text())
        .collect(Collectors.joining(" or "));
  }
}
