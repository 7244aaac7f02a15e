package org.denba.fhir.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What clients send arrives in the live view, each answer once, and nothing of the patients. */
class LiveEndpointTest extends LiveService {

  private static final String FHIR_JSON = "application/fhir+json";
  private static final String CHILD =
      """
      {"id": "%s", "setting": "%s", "patient": {"id": "p-%s", "ageMonths": 18},
       "findings": {"convulsing-now": %s, "district-id": "%s"}}
      """
          .replace("\n", " ");

  @Test
  void eachDoorCountsAnAnswerOnce() throws IOException {
    JsonNode before = counts();
    assertThat(post("/triage", JSON, child("a", "true", "kita")).statusCode()).isEqualTo(200);
    String batch = child("b", "true", "kita") + "\n" + child("c", "false", "kita") + "\n{\"x\": 1}";
    assertThat(post("/triage/batch", NDJSON, batch).statusCode()).isEqualTo(200);
    for (Path example : examples()) {
      if (example.toString().endsWith("05-units.fhir.json")) {
        assertThat(post("/fhir/$triage", FHIR_JSON, Files.readString(example)).statusCode())
            .isEqualTo(200);
      }
    }
    JsonNode after = counts();
    assertThat(grown(before, after, "/answers")).isEqualTo(4);
    assertThat(grown(before, after, "/refused")).isEqualTo(1);
    assertThat(grown(before, after, "/refusals/unknown-field")).isEqualTo(1);
    assertThat(grown(before, after, "/urgencies/refer-urgent")).isGreaterThanOrEqualTo(2);
    assertThat(grown(before, after, "/settings/community/refer-urgent")).isEqualTo(2);
  }

  @Test
  void aMotherAndHerNewbornAreTwo() throws IOException {
    JsonNode before = counts();
    for (Path example : examples()) {
      if (example.toString().endsWith("20-mother-and-newborn.json")) {
        assertThat(post("/triage", JSON, Files.readString(example)).statusCode()).isEqualTo(200);
      }
    }
    JsonNode after = counts();
    assertThat(grown(before, after, "/answers")).isEqualTo(2);
    assertThat(sum(after.at("/protocols/postnatal-mother")))
        .isEqualTo(sum(before.at("/protocols/postnatal-mother")) + 1);
    assertThat(sum(after.at("/protocols/postnatal-newborn")))
        .isEqualTo(sum(before.at("/protocols/postnatal-newborn")) + 1);
  }

  @Test
  void fhirIsRefusedAndCountedToo() {
    JsonNode before = counts();
    assertThat(post("/fhir/$triage", FHIR_JSON, "{\"resourceType\": \"Patient\"}").statusCode())
        .isBetween(400, 422);
    assertThat(post("/fhir/$triage", FHIR_JSON, "no json").statusCode()).isEqualTo(400);
    assertThat(grown(before, counts(), "/refused")).isEqualTo(2);
  }

  @Test
  void clientsAtTheSameTimeAreAllCounted() throws Exception {
    JsonNode before = counts();
    int clients = 6;
    int each = 30;
    ExecutorService pool = Executors.newFixedThreadPool(clients);
    try {
      List<Callable<Integer>> work = new ArrayList<>();
      for (int c = 0; c < clients; c++) {
        String batch = (child("n", "false", "segou") + "\n").repeat(each);
        work.add(() -> c(batch));
      }
      int answered = 0;
      for (Future<Integer> done : pool.invokeAll(work)) {
        answered += done.get();
      }
      assertThat(grown(before, counts(), "/answers")).isEqualTo(answered);
      assertThat(answered).isGreaterThanOrEqualTo(each);
    } finally {
      pool.shutdownNow();
    }
  }

  private int c(String batch) {
    // more batches at once than are allowed: those that are too many are told to come again
    HttpResponse<String> response = post("/triage/batch", NDJSON, batch);
    return response.statusCode() == 200 ? (int) response.body().lines().count() : 0;
  }

  @Test
  void districtsComeFromTheTableAndNeverFromTheClient() {
    for (int i = 0; i < 5; i++) {
      post("/triage", JSON, child("d", "true", "Gao"));
      post("/triage", JSON, child("d", "true", "awa-traore-" + i));
    }
    JsonNode districts = counts().path("districts");
    assertThat(districts.at("/gao/answers").asLong()).isEqualTo(5);
    assertThat(districts.propertyNames()).allMatch(id -> !id.contains("awa"));
    assertThat(districts.at("/none/answers").asLong()).isGreaterThanOrEqualTo(5);
  }

  @Test
  void rowsOfActiveRulesThatNeverFiredAreNamed() {
    post("/triage", JSON, child("r", "true", "kita"));
    JsonNode rules = counts().path("rules");
    JsonNode child = null;
    for (JsonNode each : rules) {
      child = each.path("protocol").asString().equals("iccm-community") ? each : child;
    }
    assertThat(child).isNotNull();
    assertThat(child.path("active").asBoolean()).isTrue();
    Set<String> proved = new TreeSet<>(child.path("proved").propertyNames());
    Set<String> never = new TreeSet<>();
    child.path("neverProved").forEach(row -> never.add(row.asString()));
    assertThat(proved).isNotEmpty().doesNotContainAnyElementsOf(never);
    assertThat(never).isNotEmpty();
  }

  @Test
  void theLogHoldsNothingOfThePatientsOfTheExamples() throws IOException {
    Set<String> sent = new TreeSet<>();
    long answered = 0;
    long logged = lines();
    for (Path example : examples()) {
      String body = Files.readString(example);
      sent.addAll(identifying(body));
      boolean fhir = example.toString().contains(".fhir.");
      String type = example.toString().endsWith(".xml") ? "application/fhir+xml" : FHIR_JSON;
      HttpResponse<String> response =
          fhir ? post("/fhir/$triage", type, body) : post("/triage", JSON, body);
      answered += response.body().contains("companion\":{") ? 2 : 1;
    }
    assertThat(sent).hasSizeGreaterThan(40);
    long expected = logged + answered;
    await().until(() -> lines() >= expected);

    String log = Files.readString(log());
    assertThat(log.lines().count()).isGreaterThan(20);
    for (String word : sent) {
      assertThat(log).doesNotContain("\"" + word + "\"");
    }
    log.lines().forEach(LiveEndpointTest::holdsOnlyWordsOfTheRules);
  }

  /** Ids, names, references, dates and numbers: every value of a request but codes of the rules. */
  private static Set<String> identifying(String body) {
    Set<String> words = new TreeSet<>();
    Matcher value =
        Pattern.compile(
                "\"(?:id|birthDate|date|effectiveDateTime|reference|value|valueString|family|text)\""
                    + "\\s*:\\s*\"?([^\",{}\\[\\]]+)")
            .matcher(body);
    while (value.find()) {
      words.add(value.group(1).strip());
    }
    Matcher day = Pattern.compile("\\d{4}-\\d{2}-\\d{2}").matcher(body);
    while (day.find()) {
      words.add(day.group());
    }
    return words;
  }

  private static void holdsOnlyWordsOfTheRules(String line) {
    JsonNode entry = json(line);
    assertThat(entry.propertyNames())
        .isSubsetOf(
            "hour",
            "refused",
            "protocol",
            "version",
            "digest",
            "setting",
            "district",
            "age",
            "urgency",
            "couldBe",
            "decided",
            "complete",
            "proved",
            "open",
            "missing",
            "warnings");
    assertThat(entry.path("hour").asString()).endsWith(":00:00Z");
    // no digit but in the hour, in row ids, in a version, a digest or an age band
    ((tools.jackson.databind.node.ObjectNode) entry)
        .remove(List.of("hour", "version", "digest", "age", "proved", "open", "missing"));
    assertThat(entry.toString()).doesNotContainPattern("\\d");
  }

  @Test
  void thePageShowsTheCountsInBothLanguages() {
    post("/triage", JSON, child("p", "true", "kita"));
    HttpResponse<String> english = get("/live?language=en");
    assertThat(english.statusCode()).isEqualTo(200);
    assertThat(english.body()).contains("What was triaged on this service", "<svg class=\"plot\"");
    assertThat(english.headers().firstValue("Cache-Control")).contains("no-store");
    HttpResponse<String> french = get("/live?language=fr&rows=iccm-community");
    assertThat(french.body()).contains("Ce qui a été trié sur ce service", "Jamais établies");
    assertThat(french.body()).contains("/booklet/iccm-community/").doesNotContain("??");
  }

  @Test
  void anUnknownProtocolOrAScriptInTheAddressShowsNothingOfIt() {
    HttpResponse<String> page = get("/live?rows=%3Cscript%3Ealert(1)%3C/script%3E");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).doesNotContain("alert(1)</script>", "id=\"rows\"");
  }

  private static String child(String id, String convulsing, String district) {
    return CHILD.formatted(id, "community", id, convulsing, district);
  }

  private JsonNode counts() {
    HttpResponse<String> response = get("/live/counts");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
    return json(response);
  }

  private static long lines() throws IOException {
    return Files.exists(log()) ? Files.readString(log()).lines().count() : 0;
  }

  private static long grown(JsonNode before, JsonNode after, String path) {
    return after.at(path).asLong() - before.at(path).asLong();
  }

  private static long sum(JsonNode line) {
    long sum = 0;
    for (JsonNode count : line) {
      sum += count.asLong();
    }
    return sum;
  }
}
