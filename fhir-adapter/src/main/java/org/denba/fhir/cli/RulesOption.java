package org.denba.fhir.cli;

import java.nio.file.Path;
import org.denba.fhir.protocols.RulesSource;
import picocli.CommandLine.Option;

/** {@code --rules}: which rule files are meant. */
final class RulesOption {

  @Option(
      names = "--rules",
      paramLabel = "FOLDER",
      description = "rule files in place of the built-in ones")
  private Path rules;

  RulesSource source() {
    return new RulesSource(rules);
  }
}
