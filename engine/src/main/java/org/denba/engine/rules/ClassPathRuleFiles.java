package org.denba.engine.rules;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;

/** The rule files that were shipped in the jar. */
public record ClassPathRuleFiles(String root) implements RuleFiles {

  private static final String BUILT_IN = "org/denba/rules/";

  /** A file that every set of rules has: where it lies, the others do. */
  private static final String ANCHOR = "rules.yaml";

  public static RuleFiles builtIn() {
    return new ClassPathRuleFiles(BUILT_IN);
  }

  @Override
  public Optional<String> find(String path) {
    return TextFile.find(path, this::bytes);
  }

  @Override
  public Optional<byte[]> bytes(String path) {
    try (InputStream in =
        ClassPathRuleFiles.class.getClassLoader().getResourceAsStream(root + path)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new RuleFileException(path, "cannot be read from the class path", e);
    }
  }

  @Override
  public List<String> list(String folder) {
    URL anchor = ClassPathRuleFiles.class.getClassLoader().getResource(root + ANCHOR);
    if (anchor == null) {
      return List.of();
    }
    try {
      if (anchor.openConnection() instanceof JarURLConnection jar) {
        return TextFile.readable(
            jar.getJarFile().stream()
                .filter(entry -> !entry.isDirectory())
                .map(ZipEntry::getName)
                .filter(name -> name.startsWith(root + folder))
                .map(name -> name.substring(root.length()))
                .toList());
      }
      return FolderRuleFiles.list(Path.of(anchor.toURI()).getParent(), folder);
    } catch (IOException | URISyntaxException e) {
      throw new RuleFileException(folder, "cannot be listed on the class path", e);
    }
  }
}
