package org.denba.fhir.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.denba.fhir.ServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

class BatchTest extends ServiceTest {

  @Autowired
  @Qualifier("batchWorkers")
  private ExecutorService workers;

  @Test
  void answersEachLineInItsPlace() {
    HttpResponse<String> response =
        post(
            "/triage/batch",
            NDJSON,
            line("a") + "\n\n{\"broken\n" + line("b") + "\r\n{\"findngs\": 1}\n" + line("c"));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).contains(NDJSON);
    List<String> answers = response.body().lines().toList();
    assertThat(answers).hasSize(5);
    assertThat(json(answers.get(0)).path("id").asString()).isEqualTo("a");
    assertThat(json(answers.get(1)).path("line").asInt()).isEqualTo(3);
    assertThat(json(answers.get(1)).at("/error/status").asInt()).isEqualTo(400);
    assertThat(json(answers.get(2)).path("id").asString()).isEqualTo("b");
    assertThat(json(answers.get(3)).path("line").asInt()).isEqualTo(5);
    assertThat(json(answers.get(3)).at("/error/errors/0/path").asString()).isEqualTo("findngs");
    assertThat(json(answers.get(4)).path("id").asString()).isEqualTo("c");
  }

  @Test
  void keepsTheOrderOfThousandsOfLines() {
    String body =
        IntStream.range(0, 3_000)
            .mapToObj(i -> i % 7 == 3 ? "{\"bad\": " : line("n" + i))
            .collect(Collectors.joining("\n"));
    List<String> answers = post("/triage/batch", NDJSON, body).body().lines().toList();
    assertThat(answers).hasSize(3_000);
    for (int i = 0; i < answers.size(); i++) {
      if (i % 7 == 3) {
        assertThat(json(answers.get(i)).path("line").asInt()).isEqualTo(i + 1);
      } else {
        assertThat(json(answers.get(i)).path("id").asString()).isEqualTo("n" + i);
      }
    }
  }

  @Test
  void aLineThatIsTooLongIsRefusedAndTheRestGoOn() {
    String body = line("a") + "\n" + "x".repeat(3 << 20) + "\n" + line("b") + "\n";
    List<String> answers = post("/triage/batch", NDJSON, body).body().lines().toList();
    assertThat(answers).hasSize(3);
    assertThat(json(answers.get(1)).at("/error/status").asInt()).isEqualTo(413);
    assertThat(json(answers.get(2)).path("id").asString()).isEqualTo("b");
  }

  @Test
  void anEmptyBatchHasAnEmptyAnswer() {
    HttpResponse<String> response = post("/triage/batch", NDJSON, "\n\n");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
  }

  /** A client may wait for the answer to one line before it sends the next. */
  @Test
  void answersALineBeforeTheNextIsSent() throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port())) {
      socket.setSoTimeout(20_000);
      OutputStream out = socket.getOutputStream();
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      out.write(
          ("POST /triage/batch HTTP/1.1\r\nHost: x\r\nContent-Type: "
                  + NDJSON
                  + "\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      for (String id : List.of("one", "two", "three")) {
        chunk(out, line(id) + "\n");
        assertThat(lineWith(in, "\"id\":\"" + id + "\"")).isNotNull();
      }
      out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }
  }

  @Test
  void aClientThatGoesAwayLeavesNothingRunning() throws Exception {
    for (int i = 0; i < 10; i++) {
      try (Socket socket = new Socket("127.0.0.1", port())) {
        OutputStream out = socket.getOutputStream();
        out.write(
            ("POST /triage/batch HTTP/1.1\r\nHost: x\r\nContent-Type: "
                    + NDJSON
                    + "\r\nTransfer-Encoding: chunked\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        chunk(out, (line("gone") + "\n").repeat(50));
        socket.setSoLinger(true, 0);
      }
    }
    assertThat(batchWhenFree()).isEqualTo(200);
    ThreadPoolExecutor pool = (ThreadPoolExecutor) workers;
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> pool.getActiveCount() == 0 && pool.getQueue().isEmpty());
  }

  private int batchWhenFree() throws InterruptedException {
    int status = 503;
    for (int i = 0; i < 100 && status == 503; i++) {
      status = post("/triage/batch", NDJSON, line("after")).statusCode();
      Thread.sleep(50);
    }
    return status;
  }

  private static String lineWith(BufferedReader in, String text) throws IOException {
    String line = in.readLine();
    while (line != null && !line.contains(text)) {
      line = in.readLine();
    }
    return line;
  }

  private static void chunk(OutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.write(bytes);
    out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private static String line(String id) {
    return "{\"id\": \""
        + id
        + "\", \"date\": \"2026-11-22\", \"patient\": {\"ageMonths\": 18}, "
        + "\"findings\": {\"cough\": true, \"respiratory-rate\": 44}}";
  }
}
