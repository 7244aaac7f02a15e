package org.denba.fhir.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.denba.fhir.activation.VersionsOnDisk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rollback DIR VERSION}: the version that answers when the service starts next. */
@Command(
    name = "rollback",
    mixinStandardHelpOptions = true,
    description = {
      "Let an earlier version answer from the next start of the service on.",
      "For a service that runs: POST /protocols/rollback."
    })
final class RollbackCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(index = "0", paramLabel = "DIR", description = "the folder of versions")
  private Path folder;

  @Parameters(index = "1", paramLabel = "VERSION", description = "its number or digest")
  private String version;

  @Option(names = "--author", required = true, description = "who asks")
  private String author;

  @Option(names = "--reason", required = true, description = "why")
  private String reason;

  RollbackCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    int number = new VersionsOnDisk(folder).rollback(version, author, reason, Instant.now());
    console
        .out()
        .println(
            "version "
                + number
                + " is active from the next start on; a service that runs keeps its rules until"
                + " then");
    return Console.EVALUATED;
  }
}
