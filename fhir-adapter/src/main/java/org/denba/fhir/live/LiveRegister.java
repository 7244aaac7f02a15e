package org.denba.fhir.live;

import org.denba.engine.TriageEngine;
import org.denba.engine.triage.TriageRequest;
import org.denba.engine.triage.TriageResult;
import org.denba.fhir.triage.TriageRegister;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The service's register: counts each answer and, where there is a decision log, has it written. Of
 * two patients in one request each is counted. Thread-safe.
 */
final class LiveRegister implements TriageRegister {

  private static final Logger LOG = LoggerFactory.getLogger(LiveRegister.class);

  private final LiveCounts counts;
  private final DecisionLog log;

  /**
   * @param log the decision log, or null
   */
  LiveRegister(LiveCounts counts, DecisionLog log) {
    this.counts = counts;
    this.log = log;
  }

  @Override
  public void answered(TriageEngine engine, TriageRequest request, TriageResult result) {
    try {
      long hour = now();
      String district = engine.district(request).orElse(null);
      add(Decision.of(hour, request.setting(), district, request.patient(), result));
      if (result.companion() != null) {
        add(
            Decision.of(
                hour,
                request.setting(),
                district,
                request.companion().patient(),
                result.companion()));
      }
    } catch (RuntimeException e) {
      notCounted(e);
    }
  }

  @Override
  public void refused(Throwable why) {
    try {
      add(Refusal.of(now(), why));
    } catch (RuntimeException e) {
      notCounted(e);
    }
  }

  /** The answer is worth more than its count: it is given all the same. */
  private static void notCounted(RuntimeException fault) {
    LOG.error("a request could not be counted: {}", fault.getClass().getName());
  }

  private long now() {
    return Hours.of(counts.clock().instant());
  }

  private void add(Entry entry) {
    counts.add(entry);
    if (log != null) {
      log.add(entry);
    }
  }
}
