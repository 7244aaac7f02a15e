package org.denba.fhir.cli;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Commands as somebody types them, with what they print each time. */
final class Typed {

  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  /** Runs a command and answers its exit code. */
  int run(String... arguments) {
    return given("", arguments);
  }

  /** Runs a command that finds this text at its standard input. */
  int given(String input, String... arguments) {
    out = new StringWriter();
    err = new StringWriter();
    return CommandLineDoor.run(
        new Console(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintWriter(out),
            new PrintWriter(err),
            false,
            Map.of()),
        arguments);
  }

  /** What the last command printed. */
  String out() {
    return out.toString();
  }

  /** What the last command complained about. */
  String err() {
    return err.toString();
  }
}
