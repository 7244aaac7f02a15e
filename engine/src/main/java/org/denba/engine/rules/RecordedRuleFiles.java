package org.denba.engine.rules;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Hands on rule files and remembers what was read, so that an answer can name exactly the rules
 * that gave it. Not thread-safe.
 */
public final class RecordedRuleFiles implements RuleFiles {

  private final RuleFiles files;
  private final Map<String, String> read = new TreeMap<>();

  public RecordedRuleFiles(RuleFiles files) {
    this.files = files;
  }

  @Override
  public Optional<String> find(String path) {
    Optional<String> text = files.find(path);
    text.ifPresent(t -> read.put(path, t));
    return text;
  }

  @Override
  public List<String> list(String folder) {
    return files.list(folder);
  }

  @Override
  public Optional<byte[]> bytes(String path) {
    return files.bytes(path);
  }

  @Override
  public Optional<ChartWorkbook> workbook(String path) {
    return files.workbook(path);
  }

  @Override
  public Optional<Layer> over(String path) {
    Optional<Layer> layer = files.over(path);
    layer.ifPresent(l -> read.put(l.path(), l.text()));
    return layer;
  }

  /**
   * The digest of everything that was read through this and the others, whatever the order of
   * reading.
   *
   * @return {@code sha256:} and 64 hexadecimal digits
   */
  public String digest(RecordedRuleFiles... others) {
    Map<String, String> all = new TreeMap<>(read);
    for (RecordedRuleFiles other : others) {
      all.putAll(other.read);
    }
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      all.forEach(
          (path, text) -> {
            sha.update(path.getBytes(StandardCharsets.UTF_8));
            sha.update((byte) 0);
            sha.update(text.getBytes(StandardCharsets.UTF_8));
            sha.update((byte) 0);
          });
      return "sha256:" + HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
