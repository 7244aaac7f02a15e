package org.denba.fhir.activation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.denba.engine.rules.ClassPathRuleFiles;
import org.denba.engine.rules.RuleFiles;
import org.denba.fhir.DenbaApplication;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service with a rules folder and a folder of versions, that a test can stop and start again. */
public final class RunningDenba implements AutoCloseable {

  static final JsonMapper MAPPER = JsonMapper.builder().build();

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final ConfigurableApplicationContext context;

  private RunningDenba(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /** Starts a service with these settings, on a port of its own. */
  public static RunningDenba start(String... settings) {
    List<String> arguments = new ArrayList<>(List.of(settings));
    arguments.add("--server.port=0");
    if (arguments.stream().noneMatch(each -> each.startsWith("--denba.verify="))) {
      arguments.add("--denba.verify=false");
    }
    if (arguments.stream().noneMatch(each -> each.startsWith("--denba.impact-patients="))) {
      arguments.add("--denba.impact-patients=300");
    }
    return new RunningDenba(
        SpringApplication.run(DenbaApplication.class, arguments.toArray(String[]::new)));
  }

  /** A service with the folders {@code rules} and {@code versions} of this one. */
  static RunningDenba startIn(Path home, String... more) {
    List<String> settings = new ArrayList<>();
    settings.add("--denba.rules=" + home.resolve("rules"));
    settings.add("--denba.versions=" + home.resolve("versions"));
    settings.addAll(List.of(more));
    return start(settings.toArray(String[]::new));
  }

  /** The built-in rules in a folder, reduced to these protocols. */
  public static Path rules(Path folder, String... protocols) throws IOException {
    RuleFiles files = ClassPathRuleFiles.builtIn();
    List<String> others =
        new ArrayList<>(
            List.of(
                "imci-child",
                "imci-young-infant",
                "iccm-community",
                "antenatal",
                "postnatal-mother",
                "postnatal-newborn",
                "immunisation"));
    others.removeAll(List.of(protocols));
    for (String path : files.list("")) {
      if (others.stream().noneMatch(id -> path.startsWith(id + "/"))
          && !path.startsWith("overlays/")) {
        Path target = folder.resolve(path);
        Files.createDirectories(target.getParent());
        Files.writeString(target, files.read(path));
      }
    }
    Path list = folder.resolve("rules.yaml");
    String text = Files.readString(list);
    text =
        text.replaceAll("(?m)^protocols: .*$", "protocols: [" + String.join(", ", protocols) + "]");
    Files.writeString(list, text);
    Path choice = folder.resolve("selection.csv");
    List<String> rows = new ArrayList<>(Files.readAllLines(choice));
    rows.removeIf(row -> others.contains(row.split(",")[0]));
    Files.write(choice, rows);
    return folder;
  }

  /** Replaces words of a file; they must be there. */
  public static void edit(Path folder, String file, String old, String text) throws IOException {
    Path path = folder.resolve(file);
    String before = Files.readString(path);
    if (!before.contains(old)) {
      throw new IllegalArgumentException(file + " does not hold '" + old + "'");
    }
    Files.writeString(path, before.replace(old, text));
  }

  /** A careless author, who edits a dose, drops the cases that would have noticed. */
  public static void withoutDoseCases(Path folder, String... treatments) throws IOException {
    Path file = folder.resolve("doses/cases/young-infants-and-women.csv");
    List<String> kept =
        Files.readAllLines(file).stream()
            .filter(line -> Stream.of(treatments).noneMatch(t -> line.startsWith(t + ",")))
            .toList();
    Files.write(file, kept);
  }

  /** Only the canary cases: for tests of what a careless author does. */
  public static void withoutCases(Path folder, String protocol) throws IOException {
    onlyCases(folder, protocol, "canaries");
  }

  /** Only these files of cases: a protocol has a thousand, all answered at each activation. */
  static void onlyCases(Path folder, String protocol, String... files) throws IOException {
    Path file = folder.resolve(protocol + "/protocol.yaml");
    String text = Files.readString(file);
    String few =
        text.replaceFirst(
            "(?m)^cases:( .*\\n|\\n(  - .*\\n)+)", "cases: [" + String.join(", ", files) + "]\n");
    if (few.equals(text)) {
      throw new IllegalArgumentException(file + " lists no cases that could be left out");
    }
    Files.writeString(file, few);
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  public HttpResponse<String> post(String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path)).header("Content-Type", "application/json");
    return send(
        (headers.length == 0 ? request : request.headers(headers))
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  /** Gets a path. */
  public HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
    return send((headers.length == 0 ? request : request.headers(headers)).build());
  }

  /** Sends a request to it. */
  public static HttpResponse<String> send(HttpRequest request) {
    try {
      return CLIENT.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Activates what is in the folder and waits for the end. */
  public JsonNode activate(String more) {
    return json(
        post(
            ActivationController.ACTIVATE,
            "{\"author\": \"Awa\", \"reason\": \"a test\"" + more + "}",
            "Prefer",
            "wait=120"));
  }

  /** An activation that was begun, once it has ended. */
  JsonNode ended(String id) {
    JsonNode activation;
    do {
      activation = json(get(ActivationController.ACTIVATIONS + "/" + id));
    } while (activation.path("outcome").asString().equals("running"));
    return activation;
  }

  /** The address of a path. */
  public URI uri(String path) {
    return URI.create(
        "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path);
  }

  public static JsonNode json(HttpResponse<String> response) {
    return MAPPER.readTree(response.body());
  }

  @Override
  public void close() {
    context.close();
  }
}
