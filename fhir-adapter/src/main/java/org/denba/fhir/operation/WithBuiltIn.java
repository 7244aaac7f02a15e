package org.denba.fhir.operation;

import java.util.Optional;
import org.denba.engine.rules.ClassPathRuleFiles;
import org.denba.engine.rules.RuleFiles;

/**
 * A folder of rules that need not hold every table of codes: those it lacks are the built-in ones.
 */
record WithBuiltIn(RuleFiles own) implements RuleFiles {

  @Override
  public Optional<String> find(String path) {
    return own.find(path).or(() -> ClassPathRuleFiles.builtIn().find(path));
  }

  @Override
  public Optional<byte[]> bytes(String path) {
    return own.bytes(path).or(() -> ClassPathRuleFiles.builtIn().bytes(path));
  }
}
