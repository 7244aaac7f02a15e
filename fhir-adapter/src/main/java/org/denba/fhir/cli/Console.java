package org.denba.fhir.cli;

import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.triage.InvalidRequestException;
import org.denba.engine.triage.RequestError;
import org.denba.fhir.mapping.UnreadableFhirException;
import org.denba.fhir.problem.ProblemException;

/**
 * Where a command reads and writes.
 *
 * @param in standard input
 * @param out standard output, UTF-8
 * @param err standard error, UTF-8
 * @param terminal whether a person looks at standard output
 * @param environment environment variables
 */
record Console(
    InputStream in,
    PrintWriter out,
    PrintWriter err,
    boolean terminal,
    Map<String, String> environment) {

  static final int EVALUATED = 0;
  static final int REFUSED = 1;
  static final int USAGE = 2;
  static final int NOT_ABLE = 3;

  static Console ofProcess() {
    return new Console(
        System.in,
        writer(System.out),
        writer(System.err),
        System.console() != null,
        System.getenv());
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  /** Tells why a command could not end well, and answers its exit code. */
  int failed(Exception failure) {
    if (failure instanceof InvalidRequestException invalid) {
      return refused(invalid.errors());
    }
    if (failure instanceof UnreadableFhirException unreadable) {
      return refused(unreadable.errors());
    }
    if (failure instanceof ProblemException problem) {
      err.println(Printable.text(problem.getMessage()));
      return REFUSED;
    }
    if (failure instanceof RuleFileException rules) {
      err.println("the rules cannot be loaded: " + Printable.text(rules.getMessage()));
      return NOT_ABLE;
    }
    err.println("this is a fault of the program: " + failure);
    for (StackTraceElement frame : failure.getStackTrace()) {
      err.println("  at " + frame);
    }
    return NOT_ABLE;
  }

  private int refused(List<RequestError> errors) {
    for (RequestError error : errors) {
      String path = error.path() == null ? "" : error.path() + ": ";
      err.println(Printable.text(path + error.message() + " (" + error.code() + ")"));
    }
    return REFUSED;
  }
}
