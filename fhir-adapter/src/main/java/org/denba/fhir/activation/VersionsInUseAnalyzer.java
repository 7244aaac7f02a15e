package org.denba.fhir.activation;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in two sentences, not in a stack trace, why a second service with these versions stops. */
final class VersionsInUseAnalyzer extends AbstractFailureAnalyzer<VersionsInUseException> {

  @Override
  protected FailureAnalysis analyze(Throwable failure, VersionsInUseException cause) {
    return new FailureAnalysis(
        "denba.versions: " + cause.getMessage(),
        "Give each service a folder of versions of its own.",
        cause);
  }
}
