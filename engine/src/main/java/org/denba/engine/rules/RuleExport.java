package org.denba.engine.rules;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Writes rule files into a folder that an author edits. Rules that are read from there are the same
 * as those that were written, to the last character.
 *
 * @param files the rules
 * @param wanted which files, by their paths
 * @param format how tables are written
 */
public record RuleExport(RuleFiles files, Predicate<String> wanted, Format format) {

  /** How tables are written; everything else is text. */
  public enum Format {
    /** as CSV */
    CSV,
    /** as workbooks with colours and widths */
    XLSX
  }

  private static final String TABLE = ".csv";

  /**
   * What was written.
   *
   * @param folder where it stands
   * @param files how many files
   * @param workbooks how many of them are workbooks
   * @param keptAsCsv tables that a workbook would have changed, with the reason
   * @param before where what stood in the folder is now, or null
   */
  public record Written(
      Path folder, int files, int workbooks, List<String> keptAsCsv, Path before) {

    public Written {
      keptAsCsv = List.copyOf(keptAsCsv);
    }
  }

  /**
   * Writes everything beside the folder first and puts it in its place when it is complete.
   *
   * @param folder a folder that is empty or not there
   * @param force also a folder that is not empty: what stood in it is moved aside, and workbooks
   *     take over the widths and colours of those that stood there
   * @throws RuleFileException when the folder is not empty, or a file cannot be read or written
   */
  public Written to(Path folder, boolean force) {
    List<String> paths = files.list("").stream().filter(wanted).toList();
    if (paths.isEmpty()) {
      throw new RuleFileException(folder.toString(), "there are no rules to write there");
    }
    NewFolder place = NewFolder.at(folder, force);
    try {
      Path beside = place.open();
      try {
        Written written = write(paths, beside, new FolderRuleFiles(place.target()));
        Path before = place.close(beside);
        return new Written(
            place.target(), written.files(), written.workbooks(), written.keptAsCsv(), before);
      } finally {
        NewFolder.delete(beside);
      }
    } catch (IOException e) {
      throw new RuleFileException(
          folder.toString(),
          "cannot be written: check that there is room and that you may write there ("
              + e.getMessage()
              + ")",
          e);
    }
  }

  private Written write(List<String> paths, Path root, RuleFiles former) throws IOException {
    int workbooks = 0;
    List<String> keptAsCsv = new ArrayList<>();
    for (String path : paths) {
      byte[] content = null;
      if (format == Format.XLSX && path.endsWith(TABLE)) {
        try {
          content = workbook(path, former);
        } catch (RuleFileException e) {
          keptAsCsv.add(e.getMessage());
        }
      }
      Path file = root.resolve(content == null ? path : TextFile.workbook(path));
      Files.createDirectories(file.getParent());
      Files.write(file, content == null ? text(path) : content);
      workbooks += content == null ? 0 : 1;
    }
    return new Written(root, paths.size(), workbooks, keptAsCsv, null);
  }

  private byte[] text(String path) {
    return path.endsWith(TABLE)
        ? files.read(path).getBytes(StandardCharsets.UTF_8)
        : files.bytes(path).orElseThrow(() -> new RuleFileException(path, "is gone: try again"));
  }

  /** The table as a workbook, in the look of the workbook that it was or that it replaces. */
  private byte[] workbook(String path, RuleFiles former) {
    String csv = files.read(path);
    String name = TextFile.workbook(path);
    Optional<byte[]> look = former.bytes(name).or(() -> files.bytes(name));
    byte[] content =
        look.isPresent()
            ? ChartWorkbookWriter.rewrite(name, csv, look.get())
            : ChartWorkbookWriter.write(name, csv);
    if (!ChartWorkbook.read(name, content).certainText().equals(csv)) {
      throw new RuleFileException(path, "would be another text when read from a workbook");
    }
    return content;
  }
}
