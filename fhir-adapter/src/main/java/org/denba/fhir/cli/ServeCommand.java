package org.denba.fhir.cli;

import picocli.CommandLine.Command;

/**
 * Only describes {@code serve}: the service is started by the application itself, outside the
 * command line.
 */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Run the service on http://127.0.0.1:8080 until it is stopped.",
      "The same as no command at all. Settings follow as --name=value, such as",
      "--server.port=8081, --denba.rules=/path/to/rules, --denba.overlay=mali,",
      "--denba.zone=Africa/Bamako."
    })
final class ServeCommand implements Runnable {

  @Override
  public void run() {
    throw new IllegalStateException("the service is not started from here");
  }
}
