package org.denba.fhir.cli;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.stream.Stream;

/** Command lines as somebody types them, and what the screen shows. */
final class Typed {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /** Runs a subcommand and gives its exit code. */
  int run(String command, String... arguments) {
    Console console =
        new Console(
            new ByteArrayInputStream(new byte[0]),
            new PrintWriter(out),
            new PrintWriter(err),
            false,
            Map.of());
    return CommandLineDoor.run(
        console, Stream.concat(Stream.of(command), Stream.of(arguments)).toArray(String[]::new));
  }

  String out() {
    return out.toString();
  }

  String err() {
    return err.toString();
  }
}
