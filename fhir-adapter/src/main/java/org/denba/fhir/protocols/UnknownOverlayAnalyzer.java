package org.denba.fhir.protocols;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in two sentences, not in a stack trace, why a service with an unknown overlay stops. */
final class UnknownOverlayAnalyzer extends AbstractFailureAnalyzer<UnknownOverlayException> {

  @Override
  protected FailureAnalysis analyze(Throwable failure, UnknownOverlayException cause) {
    return new FailureAnalysis(cause.getMessage(), cause.advice(), cause);
  }
}
