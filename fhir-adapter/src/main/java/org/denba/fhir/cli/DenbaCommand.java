package org.denba.fhir.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is shown for {@code denba --help}, and an error where no command is named. */
@Command(
    name = "denba",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Clinical decision support for mothers and children where a doctor is far away.")
final class DenbaCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Name a command: " + String.join(", ", spec.commandLine().getSubcommands().keySet()) + ".");
  }
}
