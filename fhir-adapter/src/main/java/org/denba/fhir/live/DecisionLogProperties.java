package org.denba.fhir.live;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The decision log as an operator sets it.
 *
 * @param decisionLog the file that gets one line for each answer, or null for no log
 * @param decisionLogSize bytes that the file and the older files beside it may take together; the
 *     oldest are removed first
 */
@ConfigurationProperties("denba")
record DecisionLogProperties(Path decisionLog, @DefaultValue("256MB") DataSize decisionLogSize) {

  private static final DataSize SMALLEST = DataSize.ofKilobytes(64);

  /**
   * @throws IllegalArgumentException when the log could hold nothing
   */
  DecisionLogProperties {
    decisionLog = decisionLog == null || decisionLog.toString().isBlank() ? null : decisionLog;
    if (decisionLogSize.compareTo(SMALLEST) < 0) {
      throw new IllegalArgumentException(
          "denba.decision-log-size: " + decisionLogSize + " is too small: set 64KB or more");
    }
  }
}
