package org.denba.fhir.activation;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.denba.engine.TriageEngine;
import org.denba.fhir.protocols.ActiveRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A hundred activations while clients ask: nobody notices, and nothing is left of the old rules.
 */
class ActivationUnderLoadTest {

  private static final String TEXTS = "imci-child/texts_en.properties";
  private static final String KEY = "classification.pneumonia.label=";
  private static final String ONE = "Pneumonia";
  private static final String OTHER = "Lung infection";
  private static final int ACTIVATIONS = 100;
  private static final long BETWEEN_REQUESTS = 15_000_000;
  private static final int MEASURED = 10;

  private static final String TRIAGE =
      """
      {"date": "2026-11-22", "protocol": "imci-child", "language": "en", "patient": {"ageMonths": 18},
       "findings": {"cough": true, "respiratory-rate": 44}}
      """;
  private static final String FHIR =
      """
      {"resourceType": "Bundle", "type": "collection", "entry": [
        {"resource": {"resourceType": "Patient", "birthDate": "2025-05-01"}},
        {"resource": {"resourceType": "Observation", "status": "final", "effectiveDateTime": "2026-11-22",
          "code": {"coding": [{"system": "http://denba.org/fhir/CodeSystem/data-element", "code": "cough"}]},
          "valueBoolean": true}},
        {"resource": {"resourceType": "Observation", "status": "final", "effectiveDateTime": "2026-11-22",
          "code": {"coding": [{"system": "http://denba.org/fhir/CodeSystem/data-element",
            "code": "respiratory-rate"}]},
          "valueQuantity": {"value": 44, "code": "/min", "system": "http://unitsofmeasure.org"}}}]}
      """;

  @TempDir private Path home;

  private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
  private final Map<String, String> labels = new ConcurrentHashMap<>();
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final AtomicInteger answered = new AtomicInteger();
  private final ReadWriteLock asking = new ReentrantReadWriteLock(true);
  private final AtomicBoolean stop = new AtomicBoolean();

  @Test
  void noRequestFailsNoAnswerMixesVersionsAndMemoryStays() throws Exception {
    Path rules = RunningDenba.rules(home.resolve("rules"), "imci-child", "imci-young-infant");
    try (RunningDenba denba =
        RunningDenba.start(
            "--denba.rules=" + rules, "--denba.versions=" + home.resolve("versions"))) {
      List<Thread> clients =
          List.of(
              client(denba, "/triage", "application/json", TRIAGE, false),
              client(denba, "/fhir/$triage", "application/fhir+json", FHIR, true));
      List<WeakReference<TriageEngine>> engines = new ArrayList<>();
      long heapEarly = 0;
      int threadsEarly = 0;
      for (int i = 0; i < ACTIVATIONS; i++) {
        engines.add(new WeakReference<>(engine(denba)));
        boolean toOther = i % 2 == 0;
        RunningDenba.edit(
            rules, TEXTS, KEY + (toOther ? ONE : OTHER), KEY + (toOther ? OTHER : ONE));
        assertThat(denba.activate("").path("outcome").asString()).isEqualTo("active");
        if (i == MEASURED) {
          heapEarly = heapAfterCollection();
          threadsEarly = Thread.activeCount();
        }
      }
      long heapLate = heapAfterCollection();
      int threadsLate = Thread.activeCount();
      stop.set(true);
      for (Thread client : clients) {
        client.join();
      }

      assertThat(wrong).isEmpty();
      assertThat(labels).hasSize(2).containsValues(ONE, OTHER);
      assertThat(answered.get()).isGreaterThan(ACTIVATIONS);
      // flat: an engine that is kept takes megabytes, a hundred of them would be seen at once
      assertThat(heapLate).isLessThan(heapEarly * 5 / 4);
      assertThat(threadsLate).isLessThanOrEqualTo(threadsEarly + 8);
      long kept = engines.stream().filter(engine -> engine.get() != null).count();
      assertThat(kept).as("old engines that something still holds").isLessThan(5);
    }
  }

  private static TriageEngine engine(RunningDenba denba) {
    return denba.bean(ActiveRules.class).required().engine();
  }

  /** While nobody asks: what a request leaves behind would be counted with it. */
  private long heapAfterCollection() throws InterruptedException {
    asking.writeLock().lock();
    try {
      return leastHeap();
    } finally {
      asking.writeLock().unlock();
    }
  }

  private static long leastHeap() throws InterruptedException {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 4; i++) {
      System.gc();
      Thread.sleep(50);
      Runtime runtime = Runtime.getRuntime();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }

  /** Asks again and again until it is told to stop. */
  private Thread client(RunningDenba denba, String path, String type, String body, boolean fhir) {
    HttpRequest request =
        HttpRequest.newBuilder(denba.uri(path))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body))
            .build();
    Thread client =
        new Thread(
            () -> {
              while (!stop.get()) {
                asking.readLock().lock();
                try {
                  ask(path, request, fhir);
                } finally {
                  asking.readLock().unlock();
                }
                // leaves the two processors of a small machine something for the activations
                LockSupport.parkNanos(BETWEEN_REQUESTS);
              }
            });
    client.start();
    return client;
  }

  private void ask(String path, HttpRequest request, boolean fhir) {
    HttpResponse<String> response = RunningDenba.send(request);
    if (response.statusCode() != 200) {
      wrong.add(path + " " + response.statusCode() + " " + response.body());
    } else {
      check(path, fhir ? binary(response.body()) : response.body());
    }
  }

  /** The same digest always gives the same answer, to the last letter. */
  private void check(String path, String answer) {
    JsonNode json = RunningDenba.MAPPER.readTree(answer);
    String digest = json.at("/protocol/digest").asString();
    String label = "none";
    for (JsonNode row : json.path("classifications")) {
      if (row.path("rule").asString().equals("COU-3")) {
        label = row.path("label").asString();
      }
    }
    answered.incrementAndGet();
    same(labels, digest, label);
    same(answers, path + digest, answer);
  }

  private void same(Map<String, String> seen, String key, String value) {
    String before = seen.putIfAbsent(key, value);
    if (before != null && !before.equals(value)) {
      wrong.add(key + ": " + before + " and " + value);
    }
  }

  private static String binary(String bundle) {
    JsonNode entries = RunningDenba.MAPPER.readTree(bundle).path("entry");
    String data = entries.get(entries.size() - 1).at("/resource/data").asString();
    return new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8);
  }
}
