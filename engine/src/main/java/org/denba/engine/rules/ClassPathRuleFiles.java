package org.denba.engine.rules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The rule files that were shipped in the jar. */
public record ClassPathRuleFiles(String root) implements RuleFiles {

  private static final String BUILT_IN = "org/denba/rules/";

  public static RuleFiles builtIn() {
    return new ClassPathRuleFiles(BUILT_IN);
  }

  @Override
  public Optional<String> find(String path) {
    try (InputStream in =
        ClassPathRuleFiles.class.getClassLoader().getResourceAsStream(root + path)) {
      return in == null
          ? Optional.empty()
          : Optional.of(
              TextFile.withoutByteOrderMark(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new RuleFileException(path, "cannot be read from the class path", e);
    }
  }
}
