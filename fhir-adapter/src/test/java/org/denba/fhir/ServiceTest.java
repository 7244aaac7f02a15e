package org.denba.fhir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running service on a real port, asked as a client asks it. */
@SpringBootTest(
    classes = DenbaApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class ServiceTest {

  protected static final String JSON = "application/json";
  protected static final String NDJSON = "application/x-ndjson";

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  @LocalServerPort private int port;

  protected int port() {
    return port;
  }

  protected HttpResponse<String> post(String path, String type, String body, String... headers) {
    return send(
        headers.length == 0 ? request(path, type) : request(path, type).headers(headers), body);
  }

  protected HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).timeout(Duration.ofMinutes(1));
    return send((headers.length == 0 ? request : request.headers(headers)).GET().build());
  }

  protected HttpResponse<String> send(HttpRequest request) {
    try {
      return CLIENT.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  protected URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  protected static JsonNode json(HttpResponse<String> response) {
    return MAPPER.readTree(response.body());
  }

  protected static JsonNode json(String text) {
    return MAPPER.readTree(text);
  }

  private HttpRequest.Builder request(String path, String type) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).timeout(Duration.ofMinutes(1));
    return type == null ? request : request.header("Content-Type", type);
  }

  private HttpResponse<String> send(HttpRequest.Builder request, String body) {
    return send(request.POST(BodyPublishers.ofString(body)).build());
  }
}
