package org.denba.engine.protocol;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.denba.engine.rules.CsvTable;
import org.denba.engine.rules.RuleFileException;
import org.drools.decisiontable.InputType;
import org.drools.decisiontable.SpreadsheetCompiler;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
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

  /** The rules of a chart, one a data row. */
  static List<DroolsRule> decisionTable(String file, String csv) {
    if (!csv.startsWith("RuleTable") && !csv.startsWith("\"RuleTable")) {
      throw new RuleFileException(
          file + ":1:A", "a chart starts with 'RuleTable' and the chart's name");
    }
    DecisionTableLayout.check(file, CsvTable.lines(file, csv));
    String drl;
    try {
      byte[] bytes = (PREAMBLE + csv).getBytes(StandardCharsets.UTF_8);
      drl = new SpreadsheetCompiler().compile(new ByteArrayInputStream(bytes), InputType.CSV);
    } catch (RuntimeException e) {
      throw new RuleFileException(file, "is no decision table: " + e.getMessage(), e);
    }
    Map<String, Integer> rowOfName = rowNumbers(file, csv);
    List<DroolsRule> rules =
        parse(
            file, drl, rule -> file + ":" + rowOfName.getOrDefault(rule.getName(), rule.getLine()));
    if (rules.size() != rowOfName.size()) {
      throw new RuleFileException(
          file,
          "has "
              + rowOfName.size()
              + " named rows but "
              + rules.size()
              + " rules: every data row needs a name of its own");
    }
    return rules;
  }

  /** The rules of a DRL file. */
  static List<DroolsRule> drl(String file, String drl) {
    return parse(file, drl, rule -> file + ":" + rule.getLine());
  }

  private static List<DroolsRule> parse(
      String file, String drl, Function<RuleDescr, String> where) {
    DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
    PackageDescr parsed;
    try {
      parsed = parser.parse(new StringReader(drl));
    } catch (DroolsParserException e) {
      throw new RuleFileException(file, "is no DRL: " + e.getMessage(), e);
    }
    if (parser.hasErrors()) {
      throw new RuleFileException(
          file,
          parser.getErrors().stream().map(Object::toString).collect(Collectors.joining("; ")));
    }
    List<DroolsRule> rules = new ArrayList<>();
    for (RuleDescr rule : parsed.getRules()) {
      rules.add(rule(where.apply(rule), rule));
    }
    return rules;
  }

  private static DroolsRule rule(String where, RuleDescr rule) {
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
    String row = annotations.get("Row");
    if (row != null && !String.valueOf(rule.getConsequence()).contains("\"" + row + "\"")) {
      throw new RuleFileException(
          where,
          "fires another row than its own, '" + row + "': write the same id in both columns");
    }
    return new DroolsRule(where, rule.getName(), annotations, List.copyOf(constraints));
  }

  /**
   * The spreadsheet row of each named data row: what an author must be told when a rule is wrong.
   */
  private static Map<String, Integer> rowNumbers(String file, String csv) {
    List<List<String>> lines = CsvTable.lines(file, csv);
    Map<String, Integer> rows = new HashMap<>();
    for (int i = DecisionTableLayout.FIRST_DATA_ROW; i < lines.size(); i++) {
      String name = lines.get(i).get(0).trim();
      if (!name.isEmpty() && rows.put(name, i + 1) != null) {
        throw new RuleFileException(
            file + ":" + (i + 1) + ":A", "'" + name + "' names a second line: use a new name");
      }
    }
    return rows;
  }

  private static String unquoted(String text) {
    boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
    return (quoted ? text.substring(1, text.length() - 1) : text).trim();
  }
}
