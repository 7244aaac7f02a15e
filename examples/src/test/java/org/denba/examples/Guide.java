package org.denba.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A guide as its reader follows it: the steps under each heading, in their order.
 *
 * @param title the heading
 * @param steps what the reader does there
 */
record Guide(String title, List<Step> steps) {

  /** One thing that a reader does. */
  sealed interface Step {}

  /**
   * A command, and what the screen then shows.
   *
   * @param line the command as it is printed
   * @param screen the lines that the guide shows; empty where it shows none
   */
  record Command(String line, List<String> screen) implements Step {}

  /**
   * A cell that the reader changes in a spreadsheet.
   *
   * @param file the file
   * @param cell the cell, such as C7
   * @param before what stands there
   * @param after what the reader writes
   */
  record Cell(String file, String cell, String before, String after) implements Step {}

  /**
   * An empty column or row that the reader inserts in a spreadsheet.
   *
   * @param file the file
   * @param column the letter of the column before which it is inserted, or null
   * @param row the number of the row below which it is inserted, or null
   */
  record Insert(String file, String column, Integer row) implements Step {}

  /**
   * Words that the reader replaces everywhere in a file.
   *
   * @param file the file
   * @param before what stands there
   * @param after what takes its place
   */
  record Replace(String file, String before, String after) implements Step {}

  /**
   * Lines that the reader changes in a text editor.
   *
   * @param file the file
   * @param before the lines that stand there, and those that stay
   * @param after the lines as they are afterwards
   */
  record Lines(String file, List<String> before, List<String> after) implements Step {}

  private static final Pattern FENCE = Pattern.compile("(?ms)^```(sh|text|diff)\\n(.*?)^```$");
  private static final Pattern CELL =
      Pattern.compile(
          "(?m)^\\| `(\\S+)` \\| ([A-Z]+\\d+) \\| (?:`([^`]*)`|nothing) \\| (?:`([^`]*)`|nothing)"
              + " \\|$");

  private static final Pattern INSERT =
      Pattern.compile(
          "In `(\\S+)` insert an empty (?:column before column ([A-Z]+)|row below row (\\d+))\\.");

  private static final Pattern REPLACE =
      Pattern.compile("In `(\\S+)` replace `([^`]+)` by `([^`]+)` everywhere\\.");

  /** The sections of a text ({@code ## title}) that have steps. */
  static List<Guide> in(String markdown) {
    List<Guide> guides = new ArrayList<>();
    for (String section : markdown.split("(?m)^## ")) {
      List<Step> steps = steps(section);
      if (!steps.isEmpty()) {
        guides.add(new Guide(section.lines().findFirst().orElseThrow(), steps));
      }
    }
    return List.copyOf(guides);
  }

  private static List<Step> steps(String section) {
    List<Step> steps = new ArrayList<>();
    Matcher next =
        Pattern.compile(
                FENCE.pattern()
                    + "|"
                    + CELL.pattern()
                    + "|"
                    + INSERT.pattern()
                    + "|"
                    + REPLACE.pattern())
            .matcher(section);
    while (next.find()) {
      if (next.group(10) != null) {
        steps.add(new Replace(next.group(10), next.group(11), next.group(12)));
      } else if (next.group(7) != null) {
        steps.add(
            new Insert(
                next.group(7),
                next.group(8),
                next.group(9) == null ? null : Integer.valueOf(next.group(9))));
      } else if (next.group(1) == null) {
        steps.add(new Cell(next.group(3), next.group(4), text(next.group(5)), text(next.group(6))));
      } else if (next.group(1).equals("sh")) {
        commands(next.group(2)).forEach(line -> steps.add(new Command(line, List.of())));
      } else if (next.group(1).equals("diff")) {
        steps.add(lines(next.group(2).lines().toList()));
      } else {
        shows(steps, next.group(2).lines().toList());
      }
    }
    return steps;
  }

  /** One command a line; a backslash at the end of a line carries it on. */
  private static List<String> commands(String fence) {
    return fence.replace("\\\n", " ").lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
  }

  private static void shows(List<Step> steps, List<String> screen) {
    if (steps.isEmpty() || !(steps.get(steps.size() - 1) instanceof Command command)) {
      throw new IllegalStateException("a screen is shown that no command made: " + screen);
    }
    steps.set(steps.size() - 1, new Command(command.line(), screen));
  }

  private static Lines lines(List<String> diff) {
    List<String> before = new ArrayList<>();
    List<String> after = new ArrayList<>();
    for (String line : diff.subList(1, diff.size())) {
      if (!line.startsWith("+")) {
        before.add(line.substring(1));
      }
      if (!line.startsWith("-")) {
        after.add(line.substring(1));
      }
    }
    return new Lines(diff.get(0).replace("--- ", "").strip(), before, after);
  }

  private static String text(String cell) {
    return cell == null ? "" : cell;
  }
}
