package org.denba.fhir.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.denba.engine.rules.ClassPathRuleFiles;
import org.denba.engine.rules.RuleFiles;

/** The built-in rules in a folder, for a test to edit. */
final class CopiedRules {

  /** Writes every file of them, byte for byte, below this folder. */
  static Path in(Path folder) throws IOException {
    RuleFiles files = ClassPathRuleFiles.builtIn();
    for (String path : files.list("")) {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, files.bytes(path).orElseThrow());
    }
    return folder;
  }

  private CopiedRules() {}
}
