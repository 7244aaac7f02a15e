package org.denba.examples;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A curl command as the README prints it, and the same call without curl.
 *
 * @param contentType media type of what is sent
 * @param file the file that is sent
 * @param path path of the service, such as {@code /triage}
 */
record Curl(String contentType, String file, String path) {

  private static final Pattern COMMAND =
      Pattern.compile(
          "curl -s -H 'Content-Type: ([^']+)' --data-binary @(\\S+)"
              + " '?http://127\\.0\\.0\\.1:8080(/[^\\s'`]*)'?");

  /** The commands of a text, in their order. */
  static List<Curl> in(String text) {
    return COMMAND
        .matcher(text)
        .results()
        .map(match -> new Curl(match.group(1), match.group(2), match.group(3)))
        .toList();
  }

  /** The call to a service on another port. */
  HttpRequest request(int port) {
    return request(port, ExampleFiles.read(file));
  }

  /** The same with another body. */
  HttpRequest request(int port, String body) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(Duration.ofMinutes(5))
        .header("Content-Type", contentType)
        .POST(BodyPublishers.ofString(body))
        .build();
  }
}
