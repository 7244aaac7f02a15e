package org.denba.engine.condition;

import java.util.List;
import java.util.function.IntConsumer;
import org.denba.engine.assessment.Assessment;

/** {@code param(p = a/b)}: a named parameter has one of these values. Always known. */
public record ParameterIs(int parameter, String id, List<String> values) implements Condition {

  @Override
  public boolean test(Assessment a, boolean possible) {
    return values.contains(a.parameters().text(parameter));
  }

  @Override
  public void because(Assessment a, Trace trace) {
    trace.parameter(parameter);
  }

  @Override
  public void refutedBy(Assessment a, Trace trace) {
    trace.parameter(parameter);
  }

  @Override
  public void missing(Assessment a, Trace trace) {
    // a parameter is never unknown
  }

  @Override
  public void reads(IntConsumer consumer) {
    // reads no slot
  }

  @Override
  public String text() {
    return "param(" + id + " = " + String.join("/", values) + ")";
  }
}
