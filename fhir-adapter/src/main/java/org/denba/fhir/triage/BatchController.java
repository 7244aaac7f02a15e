package org.denba.fhir.triage;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import org.denba.fhir.problem.ProblemException;
import org.denba.fhir.problem.ProblemKind;
import org.denba.fhir.protocols.ActiveRules;
import org.denba.fhir.protocols.LoadedRules;
import org.denba.fhir.settings.DenbaProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code POST /triage/batch}: one request a line in, one answer a line out, while the request is
 * still being read.
 */
@RestController
@Hidden
class BatchController {

  private static final Logger LOG = LoggerFactory.getLogger(BatchController.class);

  private final JsonTriage triage;
  private final ActiveRules rules;
  private final ExecutorService workers;
  private final DenbaProperties properties;
  private final Semaphore batches;

  BatchController(
      JsonTriage triage,
      ActiveRules rules,
      @Qualifier("batchWorkers") ExecutorService workers,
      DenbaProperties properties) {
    this.triage = triage;
    this.rules = rules;
    this.workers = workers;
    this.properties = properties;
    this.batches = new Semaphore(properties.limits().batches());
  }

  @PostMapping(
      path = "/triage/batch",
      consumes = MediaType.APPLICATION_NDJSON_VALUE,
      produces = MediaType.APPLICATION_NDJSON_VALUE)
  void batch(HttpServletRequest request, HttpServletResponse response) throws IOException {
    LoadedRules current = rules.required();
    if (!batches.tryAcquire()) {
      throw new ProblemException(
          ProblemKind.BUSY,
          "other batches are running: send this one again when one of them has ended");
    }
    try {
      answer(current, request, response);
    } finally {
      batches.release();
    }
  }

  /** All lines of a batch are answered by the rules that were active when it began. */
  private void answer(LoadedRules current, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    String language = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
    BatchRun run =
        new BatchRun(
            request.getInputStream(),
            response.getOutputStream(),
            line -> triage.answer(current, line, language).json(),
            workers,
            (int) properties.limits().body().toBytes());
    try {
      run.run();
    } catch (SocketTimeoutException e) {
      response.getOutputStream().write(run.timeout());
      response.getOutputStream().write('\n');
    } catch (IOException e) {
      // Nobody is left to answer. What was sent is not written to the log.
      LOG.info("a batch ended before its end: {}", e.getClass().getSimpleName());
    }
  }
}
