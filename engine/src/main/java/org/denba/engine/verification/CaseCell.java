package org.denba.engine.verification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.denba.engine.rules.RuleFileException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * A cell of a case table as the value that YAML would give: {@code yes}, {@code no}, {@code oui},
 * {@code non}; a number; a code or a date; {@code not-done}, {@code not-done:no-device}; {@code 180
 * days ago}; {@code unknown}; what stands in braces or brackets as YAML writes it.
 */
final class CaseCell {

  private static final Map<String, Boolean> FLAGS =
      Map.of(
          "yes", true, "oui", true, "true", true, "vrai", true, "no", false, "non", false, "false",
          false, "faux", false);

  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}");
  private static final Pattern DECIMAL = Pattern.compile("-?\\d+\\.\\d+");
  private static final Pattern COMMA = Pattern.compile("(-?\\d+),(\\d+)");
  private static final Pattern DAYS_AGO =
      Pattern.compile("(\\d{1,6}) (?:days ago|jours avant)", Pattern.CASE_INSENSITIVE);
  private static final Pattern NOT_DONE = Pattern.compile("not-done:\\s*([a-z-]+)");

  private CaseCell() {}

  /**
   * @param cell the cell's text, not empty, with its place
   * @param list whether several values may stand there, {@code COU-3|COU-4}
   * @throws RuleFileException when the text can only be a slip of the pen
   */
  static Object read(CaseValue cell, boolean list) {
    String text = cell.text();
    if (text.startsWith("{") || text.startsWith("[")) {
      return flow(cell, text);
    }
    if (list && text.contains("|")) {
      List<Object> values = new ArrayList<>();
      for (String item : text.split("\\|", -1)) {
        if (item.isBlank()) {
          throw cell.problem("'" + text + "' has a | with nothing beside it: remove it");
        }
        values.add(one(cell, item.strip()));
      }
      return values;
    }
    return one(cell, text);
  }

  private static Object one(CaseValue cell, String text) {
    Matcher comma = COMMA.matcher(text);
    if (comma.matches()) {
      throw cell.problem(
          "'" + text + "' has a decimal comma: write " + comma.group(1) + "." + comma.group(2));
    }
    Boolean flag = FLAGS.get(text.toLowerCase(Locale.ROOT));
    if (flag != null) {
      return flag;
    }
    if (WHOLE.matcher(text).matches()) {
      return Integer.valueOf(text);
    }
    if (DECIMAL.matcher(text).matches()) {
      return Double.valueOf(text);
    }
    Matcher days = DAYS_AGO.matcher(text);
    if (days.matches()) {
      return Map.of("daysAgo", Integer.valueOf(days.group(1)));
    }
    Matcher notDone = NOT_DONE.matcher(text);
    return notDone.matches() ? Map.of("notDone", notDone.group(1)) : text;
  }

  private static Object flow(CaseValue cell, String text) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try {
      return new Yaml(new SafeConstructor(options)).load(text);
    } catch (YAMLException e) {
      String first =
          Arrays.stream(String.valueOf(e.getMessage()).split("\n")).findFirst().orElse("");
      throw new RuleFileException(
          cell.where(), "'" + text + "' cannot be read as YAML: " + first.strip(), e);
    }
  }
}
