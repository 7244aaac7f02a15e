package org.denba.fhir.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.denba.fhir.activation.VersionsOnDisk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code versions DIR}: every version of the rules that was ever active. */
@Command(
    name = "versions",
    mixinStandardHelpOptions = true,
    description = "List the versions of the rules, the newest first; * marks the active one.")
final class VersionsCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(paramLabel = "DIR", description = "the folder of versions (denba.versions)")
  private Path folder;

  VersionsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    new VersionsOnDisk(folder).lines().forEach(line -> console.out().println(Printable.text(line)));
    return Console.EVALUATED;
  }
}
