package org.denba.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The batch is what its generator makes, and each of its lines is answered as it was accepted. */
class BatchExampleTest extends RunningService {

  private static final String BATCH = "batch/batch-1000.ndjson";
  private static final String ANSWERS = "batch/batch-1000.answers.sha256";
  private static final long SEED = 20261120;
  private static final int LINES = 1_000;

  @Test
  void comes_from_the_seed_in_the_readme() {
    List<String> table = ExampleFiles.read("batch/findings.csv").lines().toList();
    assertThat(ExampleFiles.read(BATCH).lines())
        .containsExactlyElementsOf(new BatchGenerator(SEED, table).lines(LINES));
    assertThat(ExampleFiles.read("README.md")).contains("findings.csv " + SEED + " " + LINES);
  }

  @Test
  void every_line_is_answered_as_accepted() {
    Curl command =
        Curl.in(ExampleFiles.read("README.md")).stream()
            .filter(c -> c.file().equals(BATCH))
            .findFirst()
            .orElseThrow();
    HttpResponse<String> response = send(command.request(port()));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).contains(command.contentType());

    List<String> lines = response.body().lines().toList();
    List<String> answers = lines.stream().map(line -> sha256(Masked.digests(line))).toList();
    if (ExampleFiles.WRITE) {
      ExampleFiles.write(ANSWERS, String.join("\n", answers) + "\n");
    }
    List<String> accepted = ExampleFiles.read(ANSWERS).lines().toList();
    assertThat(answers).hasSameSizeAs(accepted);
    for (int i = 0; i < answers.size(); i++) {
      assertThat(answers.get(i))
          .as("line %d; it is now answered: %s", i + 1, lines.get(i))
          .isEqualTo(accepted.get(i));
    }
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
