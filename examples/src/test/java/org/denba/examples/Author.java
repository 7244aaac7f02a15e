package org.denba.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.denba.fhir.cli.CommandLineDoor;

/** Somebody who does word by word what a guide says, in an empty folder of their own. */
final class Author {

  private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");
  private static final Pattern OWN_FILE = Pattern.compile("(^|=)(my-[a-z.-]+(?:/\\S*)?)$");
  private static final String ELSEWHERE = "…";
  private static final String LOGGING = "logback.configurationFile";

  private final Path folder;

  Author(Path folder) {
    this.folder = folder;
  }

  /** The command's own words, as a shell hands them on. */
  static List<String> words(String command) {
    return WORD.matcher(command)
        .results()
        .map(m -> m.group(1) != null ? m.group(1) : m.group(2) != null ? m.group(2) : m.group(3))
        .toList();
  }

  /** Types a command of Denba and compares the screen with what the guide shows. */
  void types(Guide.Command command) {
    List<String> words = words(command.line());
    assertThat(words.get(0)).as(command.line()).isEqualTo("denba");
    shows(command, run(words.subList(1, words.size())));
  }

  /** Compares a screen with what the guide shows of it; an ellipsis stands for anything. */
  void shows(Guide.Command command, String screen) {
    if (command.screen().isEmpty()) {
      return;
    }
    String wanted =
        command.screen().stream()
            .map(
                line ->
                    line.strip().equals(ELSEWHERE)
                        ? "(?:.*\\n)*?"
                        : List.of(line.split(ELSEWHERE, -1)).stream()
                                .map(Pattern::quote)
                                .collect(Collectors.joining(".*?"))
                            + "\\s*\\n")
            .collect(Collectors.joining());
    assertThat(Pattern.compile(wanted).matcher(screen + "\n").find())
        .as(
            "%s%n--- the guide shows%n%s%n--- the screen%n%s",
            command.line(), String.join("\n", command.screen()), screen)
        .isTrue();
  }

  private String run(List<String> words) {
    String[] arguments = words.stream().map(this::ownFile).toArray(String[]::new);
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (PrintStream screen = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
      System.setOut(screen);
      System.setErr(screen);
      CommandLineDoor.run(arguments);
    } finally {
      System.setOut(out);
      System.setErr(err);
      System.clearProperty(LOGGING);
    }
    return printed.toString(StandardCharsets.UTF_8).replace(folder + "/", "");
  }

  /** Names that begin with {@code my-} are the reader's own files; examples are those shipped. */
  private String ownFile(String word) {
    Matcher own = OWN_FILE.matcher(word);
    if (own.find()) {
      return word.substring(0, own.start(2)) + folder.resolve(own.group(2));
    }
    return word.startsWith("examples/")
        ? ExampleFiles.path(word.substring("examples/".length())).toString()
        : word;
  }

  /** Changes lines in a text editor: they must stand there just once. */
  void edits(Guide.Lines lines) throws IOException {
    Path file = folder.resolve(lines.file());
    if (lines.before().isEmpty()) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, String.join("\n", lines.after()) + "\n");
      return;
    }
    String text = Files.readString(file);
    String before = String.join("\n", lines.before());
    assertThat(text.split(Pattern.quote(before), -1))
        .as("%s has once: %s", lines.file(), before)
        .hasSize(2);
    Files.writeString(file, text.replace(before, String.join("\n", lines.after())));
  }

  /** Replaces words everywhere in a file; they must stand there. */
  void edits(Guide.Replace words) throws IOException {
    String text = reads(words.file());
    assertThat(text).as(words.file()).contains(words.before());
    Files.writeString(folder.resolve(words.file()), text.replace(words.before(), words.after()));
  }

  /** Changes a cell as a spreadsheet does. */
  void edits(Guide.Cell cell) throws IOException {
    int row = Integer.parseInt(cell.cell().replaceAll("\\D", "")) - 1;
    int column = column(cell.cell().replaceAll("\\d", ""));
    List<List<String>> lines = spreadsheet(cell.file());
    assertThat(lines.get(row).get(column))
        .as("%s %s", cell.file(), cell.cell())
        .isEqualTo(cell.before());
    lines.get(row).set(column, cell.after());
    save(cell.file(), lines);
  }

  /** Inserts an empty column or row as a spreadsheet does. */
  void edits(Guide.Insert insert) throws IOException {
    List<List<String>> lines = spreadsheet(insert.file());
    if (insert.row() != null) {
      int width = lines.get(insert.row() - 1).size();
      lines.add(insert.row(), new ArrayList<>(Collections.nCopies(width, "")));
    } else {
      int at = column(insert.column());
      lines.stream().filter(line -> line.size() > at).forEach(line -> line.add(at, ""));
    }
    save(insert.file(), lines);
  }

  private List<List<String>> spreadsheet(String file) throws IOException {
    List<List<String>> lines = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(new StringReader(reads(file)), CSVFormat.RFC4180)) {
      parser.forEach(record -> lines.add(new ArrayList<>(record.toList())));
    }
    return lines;
  }

  private void save(String file, List<List<String>> lines) throws IOException {
    StringBuilder out = new StringBuilder();
    for (List<String> line : lines) {
      out.append(CSVFormat.RFC4180.format(line.toArray())).append('\n');
    }
    Files.writeString(folder.resolve(file), out);
  }

  private static int column(String letters) {
    int column = 0;
    for (char letter : letters.toCharArray()) {
      column = column * 26 + letter - 'A' + 1;
    }
    return column - 1;
  }

  /** Looks into a file of the reader's. */
  String reads(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
