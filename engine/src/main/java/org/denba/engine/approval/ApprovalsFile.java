package org.denba.engine.approval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.denba.engine.protocol.YamlMap;
import org.denba.engine.rules.RuleFileException;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * The file {@code approvals.yaml}: who approved which row, one entry below the other. Entries are
 * only added. A person can read it; nobody needs to edit it.
 */
public final class ApprovalsFile {

  /** The file's name. */
  public static final String NAME = "approvals.yaml";

  private static final String HEAD =
      """
      # Who approved which rows, the oldest first. Entries are added, never changed. The digest of a row changes with everything
      # that decides what the row says and does; an approval counts for the row as it was.
      approvals:
      """;

  private final Path file;

  /**
   * @param folder the folder that holds the file
   */
  public ApprovalsFile(Path folder) {
    this.file = folder.resolve(NAME);
  }

  /**
   * @return what was approved; none where there is no file
   * @throws RuleFileException when the file cannot be read; names the entry
   */
  public Approvals read() {
    if (!Files.exists(file)) {
      return Approvals.none();
    }
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      throw new RuleFileException(NAME, "cannot be read: check that the file may be read", e);
    }
    List<Approval> approvals = new ArrayList<>();
    for (YamlMap entry : YamlMap.parse(NAME, text).maps("approvals")) {
      approvals.add(approval(entry));
    }
    return new Approvals(approvals);
  }

  private static Approval approval(YamlMap entry) {
    Map<String, String> rows = new LinkedHashMap<>();
    entry
        .map("rows")
        .ifPresent(map -> map.values().forEach((row, d) -> rows.put(row, String.valueOf(d))));
    try {
      return new Approval(
          entry.text("protocol"),
          entry.text("protocol-digest"),
          new Approval.Approver(entry.text("name"), entry.text("role")),
          LocalDate.parse(entry.text("date")),
          entry.optionalText("comment"),
          rows);
    } catch (DateTimeException e) {
      throw new RuleFileException(
          NAME, "'" + entry.text("date") + "' is no date: write YYYY-MM-DD", e);
    }
  }

  /**
   * Adds one approval. What was in the file stays byte for byte.
   *
   * @param recorded when it was handed in
   * @throws UncheckedIOException when it cannot be written; the file is then as before
   */
  public void add(Approval approval, Instant recorded) {
    try {
      String before = Files.exists(file) ? Files.readString(file) : HEAD;
      String newline = before.endsWith("\n") ? "" : "\n";
      SafeFile.write(file, before + newline + entry(approval, recorded));
    } catch (IOException e) {
      throw new UncheckedIOException(file.getFileName() + " cannot be written", e);
    }
  }

  private static String entry(Approval approval, Instant recorded) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("protocol", approval.protocol());
    values.put("protocol-digest", approval.protocolDigest());
    values.put("name", approval.approver().name());
    values.put("role", approval.approver().role());
    // as texts: a reader of YAML would make a moment with a zone of a bare date
    values.put("date", approval.date().toString());
    values.put("recorded", recorded.toString());
    values.put("comment", approval.comment());
    values.put("rows", approval.rows());
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setWidth(Integer.MAX_VALUE);
    options.setAllowUnicode(true);
    return new Yaml(options).dump(List.of(values));
  }
}
