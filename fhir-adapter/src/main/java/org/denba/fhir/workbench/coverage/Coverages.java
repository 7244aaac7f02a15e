package org.denba.fhir.workbench.coverage;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.denba.engine.TriageEngine;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.verification.ClinicalCase;

/**
 * The coverage of all protocols of a set of rules. The cases are run once, on a thread of their
 * own, from the first time that a page asks; no page waits for them. Thread-safe.
 */
public final class Coverages {

  private final TriageEngine engine;
  private final Supplier<LocalDate> today;
  private Map<String, CompletableFuture<Coverage>> running;

  /**
   * @param engine the rules
   * @param today the day of the cases that name none
   */
  public Coverages(TriageEngine engine, Supplier<LocalDate> today) {
    this.engine = engine;
    this.today = today;
  }

  /** Begins to run the cases, where that was not begun before. */
  public void start() {
    started();
  }

  /** What is known of a protocol by now. */
  public Coverage of(String protocol) {
    CompletableFuture<Coverage> known = started().get(protocol);
    return known == null ? Coverage.NOT_YET : known.getNow(Coverage.NOT_YET);
  }

  /** What is known of a protocol once its cases were run; waits for them. */
  public Coverage await(String protocol) {
    try {
      return started().get(protocol).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Coverage.NOT_YET;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  /** One case; the first one waits until the protocol's cases were run. */
  public Optional<ClinicalCase> clinicalCase(String protocol, String id) {
    return Optional.ofNullable(await(protocol).cases().get(id));
  }

  private synchronized Map<String, CompletableFuture<Coverage>> started() {
    if (running == null) {
      running = new LinkedHashMap<>();
      engine.rules().forEach(protocol -> running.put(protocol.id(), new CompletableFuture<>()));
      Thread thread = new Thread(this::run, "case coverage");
      thread.setDaemon(true);
      thread.setPriority(Thread.MIN_PRIORITY);
      thread.start();
    }
    return running;
  }

  private void run() {
    try {
      CaseSheets cases = new CaseSheets(engine, today.get());
      for (Protocol protocol : engine.rules()) {
        running.get(protocol.id()).complete(cases.of(protocol));
      }
    } catch (RuntimeException e) {
      running.values().forEach(each -> each.completeExceptionally(e));
      throw e;
    }
  }
}
