package org.denba.fhir.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;

/** Commands as somebody types them, with what they print each time. */
final class Typed {

  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  /** Runs a command and answers its exit code. */
  int run(String... arguments) {
    out = new StringWriter();
    err = new StringWriter();
    return CommandLineDoor.run(
        new Console(
            InputStream.nullInputStream(),
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
