package org.denba.fhir.problem;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Where a failure happened, without any message: messages may hold what a client sent. */
public record StackOnly(Throwable failure) {

  private static final int FRAMES = 25;
  private static final int CAUSES = 5;

  public String text() {
    StringBuilder text = new StringBuilder();
    Throwable at = failure;
    for (int depth = 0; at != null && depth < CAUSES; depth++, at = at.getCause()) {
      text.append(depth == 0 ? "" : "\ncaused by ").append(at.getClass().getName());
      text.append(
          Arrays.stream(at.getStackTrace())
              .limit(FRAMES)
              .map(frame -> "\n\tat " + frame)
              .collect(Collectors.joining()));
    }
    return text.toString();
  }
}
