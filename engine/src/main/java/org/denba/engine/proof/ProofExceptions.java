package org.denba.engine.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.denba.engine.condition.Condition;
import org.denba.engine.condition.ConditionException;
import org.denba.engine.condition.ConditionParser;
import org.denba.engine.dictionary.NearestId;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.rules.CsvTable;
import org.denba.engine.rules.ProblemList;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.rules.RuleFiles;

/**
 * The exceptions that a protocol declares, each with its reason and its source.
 *
 * @param exceptions in the order of the file
 */
public record ProofExceptions(List<ProofException> exceptions) {

  /** Its file in the protocol's folder. */
  public static final String FILE = "proof-exceptions.csv";

  private static final String WHEN = "when";
  private static final List<String> COLUMNS = List.of("property", "what", "why", "source");

  public ProofExceptions {
    exceptions = List.copyOf(exceptions);
  }

  /** No exception at all. */
  public static ProofExceptions none() {
    return new ProofExceptions(List.of());
  }

  /**
   * @param protocol the protocol, in whose words the conditions are written
   * @throws RuleFileException naming the file and row of every line that cannot be understood
   */
  public static ProofExceptions read(RuleFiles files, Protocol protocol) {
    String path = protocol.id() + "/" + FILE;
    ConditionParser conditions = new ConditionParser(protocol.words());
    ProblemList problems = new ProblemList();
    List<ProofException> read = new ArrayList<>();
    if (files.find(path).isPresent()) {
      problems
          .collect(() -> CsvTable.read(files, path, COLUMNS, WHEN).rows(), List.<CsvTable.Row>of())
          .forEach(
              row ->
                  problems.collect(
                      () -> read.add(exception(row, conditions, files.isOverlaid())), false));
    }
    problems
        .collect(() -> CsvTable.over(files, path, COLUMNS, WHEN), List.<CsvTable.Row>of())
        .forEach(row -> problems.collect(() -> read.add(exception(row, conditions, false)), false));
    problems.throwIfAny(path);
    return new ProofExceptions(read);
  }

  private static ProofException exception(
      CsvTable.Row row, ConditionParser conditions, boolean inherited) {
    return new ProofException(
        property(row),
        row.required("what"),
        row.has(WHEN) ? Optional.of(when(row, conditions)) : Optional.empty(),
        row.required("why"),
        row.required("source"),
        row.where(),
        inherited);
  }

  private static Condition when(CsvTable.Row row, ConditionParser conditions) {
    try {
      return conditions.parse(row.get(WHEN));
    } catch (ConditionException e) {
      throw row.problem(WHEN, e.getMessage());
    }
  }

  private static Property property(CsvTable.Row row) {
    String id = row.required("property");
    return Property.of(id)
        .orElseThrow(
            () -> {
              List<String> all = Arrays.stream(Property.values()).map(Property::id).toList();
              return row.problem(
                  "property",
                  "'"
                      + id
                      + "' is nothing that is proved"
                      + NearestId.of(id, all).map(near -> ", perhaps '" + near + "'").orElse("")
                      + "; write one of "
                      + String.join(", ", all));
            });
  }

  /** The exceptions about one property of a sub-chart or sign, or of a part of it. */
  List<ProofException> about(Property property, String subject, String part) {
    return exceptions.stream().filter(e -> e.isAbout(property, subject, part)).toList();
  }

  boolean has(Property property, String what) {
    return exceptions.stream().anyMatch(e -> e.property() == property && e.what().equals(what));
  }

  /** The conditions of all of them. */
  List<Condition> conditions() {
    return exceptions.stream().flatMap(e -> e.when().stream()).toList();
  }
}
