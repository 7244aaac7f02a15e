package org.denba.engine.check;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.denba.engine.rules.ChartWorkbook;
import org.denba.engine.rules.ChartWorkbookWriter;
import org.denba.engine.rules.ClassPathRuleFiles;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.rules.RuleFiles;

/**
 * The shipped rules with some files as an author edited them.
 *
 * @param edited the bytes of each file by path; no bytes where it was removed
 */
record EditedRules(Map<String, Optional<byte[]>> edited) implements RuleFiles {

  static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  private static final RuleFiles SHIPPED = ClassPathRuleFiles.builtIn();
  private static final List<String> PATHS = SHIPPED.list("");

  static EditedRules shipped() {
    return new EditedRules(Map.of());
  }

  EditedRules with(String path, byte[] bytes) {
    Map<String, Optional<byte[]>> files = new LinkedHashMap<>(edited);
    files.put(path, Optional.of(bytes));
    return new EditedRules(files);
  }

  /** The same with a workbook in place of a table, as its author left it. */
  EditedRules withWorkbook(String table, Consumer<XSSFSheet> edit) {
    byte[] written = ChartWorkbookWriter.write(table, read(table));
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(written))) {
      edit.accept(book.getSheetAt(0));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      book.write(out);
      return without(table).with(bookOf(table), out.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String bookOf(String table) {
    return table.replaceFirst("\\.csv$", ".xlsx");
  }

  EditedRules with(String path, String text) {
    return with(path, text.getBytes(StandardCharsets.UTF_8));
  }

  EditedRules without(String path) {
    Map<String, Optional<byte[]>> files = new LinkedHashMap<>(edited);
    files.put(path, Optional.empty());
    return new EditedRules(files);
  }

  /** The same with the first such piece of a file replaced; the piece must be there. */
  EditedRules replacing(String path, String piece, String by) {
    String before = read(path);
    int at = before.indexOf(piece);
    if (at < 0) {
      throw new IllegalArgumentException(path + " does not hold '" + piece + "'");
    }
    return with(path, before.substring(0, at) + by + before.substring(at + piece.length()));
  }

  /** Checks what a change of these files can touch, without running the cases. */
  CheckReport check() {
    Set<String> protocols = new TreeSet<>();
    Set<String> overlays = new TreeSet<>();
    boolean all = false;
    for (String path : edited.keySet()) {
      String[] folders = path.split("/");
      if (folders[0].equals("overlays")) {
        overlays.add(folders[1]);
        all = true;
      } else if (SHIPPED.find(folders[0] + "/protocol.yaml").isPresent()) {
        protocols.add(folders[0]);
      } else if (!Set.of("dictionary", "doses", "growth").contains(folders[0])) {
        all = true;
      } else {
        protocols.add("imci-child");
      }
    }
    return RuleCheck.of(
        this,
        CheckOptions.all(DAY)
            .withoutCases()
            .onlyProtocols(all ? Set.of() : protocols)
            .onlyOverlays(overlays));
  }

  @Override
  public Optional<byte[]> bytes(String path) {
    return edited.containsKey(path) ? edited.get(path) : SHIPPED.bytes(path);
  }

  @Override
  public Optional<String> find(String path) {
    if (path.endsWith(".csv") && edited.containsKey(bookOf(path))) {
      return workbook(path).map(ChartWorkbook::certainText);
    }
    if (!edited.containsKey(path)) {
      return SHIPPED.find(path);
    }
    return edited
        .get(path)
        .map(
            bytes -> {
              String text = new String(bytes, StandardCharsets.UTF_8);
              if (text.indexOf('\uFFFD') >= 0) {
                throw new RuleFileException(path, "is not UTF-8 text: save it again as UTF-8");
              }
              return text.startsWith("\uFEFF") ? text.substring(1) : text;
            });
  }

  @Override
  public List<String> list(String folder) {
    Set<String> paths = new TreeSet<>(PATHS);
    edited.forEach(
        (path, bytes) -> {
          if (bytes.isPresent()) {
            paths.add(path);
          } else {
            paths.remove(path);
          }
        });
    // a workbook is read by the path of its table
    return paths.stream()
        .map(path -> path.replaceFirst("\\.xlsx$", ".csv"))
        .filter(path -> path.startsWith(folder))
        .sorted()
        .toList();
  }
}
