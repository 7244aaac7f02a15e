package org.denba.engine.protocol;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.denba.engine.rules.CsvTable;
import org.denba.engine.rules.Problem;
import org.denba.engine.rules.ProblemList;
import org.denba.engine.rules.RuleFileException;
import org.drools.decisiontable.InputType;
import org.drools.decisiontable.SpreadsheetCompiler;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.kie.internal.builder.conf.LanguageLevelOption;

/**
 * Reads rules with Drools' own readers: a chart is a Drools decision table, derived signs are DRL.
 * Explanations, checks and execution all start from what Drools read, so there is no second reading
 * of the files that could differ.
 */
final class DroolsRuleReader {

  /** Drools starts a decision table only after a package name; authors are spared that line. */
  private static final String PREAMBLE = "RuleSet,org.denba.rules\n";

  private DroolsRuleReader() {}

  /**
   * The rules of a chart, one a data row.
   *
   * @param problems takes everything that is wrong; the lines that can be read are given
   */
  static List<DroolsRule> decisionTable(String file, String csv, ProblemList problems) {
    if (!csv.startsWith("RuleTable") && !csv.startsWith("\"RuleTable")) {
      throw new RuleFileException(
          file + ":1:A", "a chart starts with 'RuleTable' and the chart's name");
    }
    List<List<String>> lines = CsvTable.lines(file, csv);
    DecisionTableLayout layout = new DecisionTableLayout(file, lines);
    ProblemList head = new ProblemList();
    layout.check(head);
    head.found().forEach(problem -> problems.add(problem.where(), problem.says()));
    int before = problems.found().size() - head.found().size();
    Map<String, Integer> rowOfName = rowNumbers(layout, lines.size(), problems);
    if (!layout.hasData() || head.found().stream().anyMatch(DroolsRuleReader::inTheHead)) {
      return List.of();
    }
    PackageDescr parsed;
    try {
      parsed = parse(file, compiled(file, csv));
    } catch (RuleFileException e) {
      lines(file, csv, lines.size(), problems, e);
      return List.of();
    }
    List<DroolsRule> rules = new ArrayList<>();
    for (RuleDescr rule : parsed.getRules()) {
      Integer row = rowOfName.get(rule.getName());
      if (row != null) {
        problems.collect(
            () -> rules.add(rule(file + ":" + row, rule, size -> layout.places(row - 1, size))));
      }
    }
    if (parsed.getRules().size() != rowOfName.size() && problems.found().size() == before) {
      problems.add(
          file,
          "has "
              + rowOfName.size()
              + " named rows but "
              + parsed.getRules().size()
              + " rules: every data row needs a name of its own");
    }
    return rules;
  }

  /** What is wrong with the head puts every line in doubt. */
  private static boolean inTheHead(Problem problem) {
    return !problem.where().matches(".*:\\d{1,9}(:[A-Z]+)?")
        || Integer.parseInt(problem.where().split(":")[1]) <= DecisionTableLayout.FIRST_DATA_ROW;
  }

  private static String compiled(String file, String csv) {
    try {
      byte[] bytes = (PREAMBLE + csv).getBytes(StandardCharsets.UTF_8);
      return new SpreadsheetCompiler().compile(new ByteArrayInputStream(bytes), InputType.CSV);
    } catch (RuntimeException e) {
      throw new RuleFileException(file, "is no decision table: " + e.getMessage(), e);
    }
  }

  /** Reads each line alone, to say which of them cannot be read. */
  private static void lines(
      String file, String csv, int count, ProblemList problems, RuleFileException whole) {
    List<String> text = CsvTable.records(csv);
    int before = problems.found().size();
    for (int row = DecisionTableLayout.FIRST_DATA_ROW; row < count; row++) {
      List<String> alone = new ArrayList<>(text.subList(0, DecisionTableLayout.FIRST_DATA_ROW));
      alone.add(text.get(row));
      try {
        parse(file, compiled(file, String.join("\n", alone)));
      } catch (RuleFileException e) {
        problems.add(
            file + ":" + (row + 1),
            "the line cannot be read: a cell holds a quotation mark, a backslash or a bracket that"
                + " does not belong there");
      }
    }
    if (problems.found().size() == before) {
      problems.add(whole);
    }
  }

  /**
   * The rules of a DRL file.
   *
   * @param problems takes each rule that cannot be used
   * @throws RuleFileException when the file is no DRL
   */
  static List<DroolsRule> drl(String file, String drl, ProblemList problems) {
    List<DroolsRule> rules = new ArrayList<>();
    for (RuleDescr rule : parse(file, drl).getRules()) {
      problems.collect(
          () -> rules.add(rule(file + ":" + rule.getLine(), rule, size -> CellPlaces.NONE)));
    }
    return rules;
  }

  private static PackageDescr parse(String file, String drl) {
    DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
    PackageDescr parsed;
    try {
      parsed = parser.parse(new StringReader(drl));
    } catch (DroolsParserException | RuntimeException e) {
      throw new RuleFileException(file, "is no DRL: " + e.getMessage(), e);
    }
    if (parser.hasErrors()) {
      throw RuleFileException.of(
          file, parser.getErrors().stream().map(error -> syntax(file, error)).toList());
    }
    if (parsed == null) {
      throw new RuleFileException(file, "is no DRL: it holds no rules");
    }
    return parsed;
  }

  private static Problem syntax(String file, DroolsError error) {
    int line = error.getLines().length > 0 ? error.getLines()[0] : 0;
    String said = error.getMessage().strip().split("\\R")[0];
    return new Problem(line > 0 ? file + ":" + line : file, "cannot be read as a rule: " + said);
  }

  private static DroolsRule rule(String where, RuleDescr rule, IntFunction<CellPlaces> placesOf) {
    List<String> constraints = new ArrayList<>();
    List<? extends BaseDescr> patterns = rule.getLhs().getDescrs();
    if (patterns.isEmpty()) {
      throw new RuleFileException(where, "has no condition: fill in at least one sign");
    }
    if (patterns.size() != 1
        || !(patterns.get(0) instanceof PatternDescr pattern)
        || !pattern.getObjectType().equals("Assessment")) {
      throw new RuleFileException(where, "a rule has exactly one pattern, a : Assessment( … )");
    }
    for (BaseDescr constraint : pattern.getConstraint().getDescrs()) {
      if (!(constraint instanceof ExprConstraintDescr expression)) {
        throw new RuleFileException(where, "'" + constraint + "' is no predicate");
      }
      constraints.add(expression.getExpression());
    }
    Map<String, String> annotations = new LinkedHashMap<>();
    for (String name : rule.getAnnotationNames()) {
      Object value = rule.getAnnotation(name).getValue();
      annotations.put(name, value == null ? "" : unquoted(value.toString()));
    }
    DroolsRule read =
        new DroolsRule(
            where,
            rule.getName(),
            annotations,
            List.copyOf(constraints),
            placesOf.apply(constraints.size()));
    String row = annotations.get("Row");
    if (row != null && !String.valueOf(rule.getConsequence()).contains("\"" + row + "\"")) {
      throw new RuleFileException(
          read.at("ACTION"),
          "fires another row than its own, '" + row + "': write the same id in both columns");
    }
    String derives = annotations.get("Derives");
    if (derives != null && !String.valueOf(rule.getConsequence()).contains("\"" + derives + "\"")) {
      throw new RuleFileException(
          where,
          "derives another element than it says, '"
              + derives
              + "': write the same id in @Derives and in a.derive(…)");
    }
    return read;
  }

  /**
   * The spreadsheet row of each named data row: what an author must be told when a rule is wrong.
   */
  private static Map<String, Integer> rowNumbers(
      DecisionTableLayout layout, int rows, ProblemList problems) {
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = DecisionTableLayout.FIRST_DATA_ROW; i < rows; i++) {
      String name = layout.cell(i, 0);
      if (!name.isEmpty() && numbers.put(name, i + 1) != null) {
        problems.add(layout.at(i, 0), "'" + name + "' names a second line: use a new name");
      }
    }
    return numbers;
  }

  private static String unquoted(String text) {
    boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
    return (quoted ? text.substring(1, text.length() - 1) : text).trim();
  }
}
