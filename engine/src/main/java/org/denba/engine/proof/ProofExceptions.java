package org.denba.engine.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.denba.engine.condition.Condition;
import org.denba.engine.condition.ConditionException;
import org.denba.engine.condition.ConditionParser;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.rules.CsvTable;
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

  public ProofExceptions {
    exceptions = List.copyOf(exceptions);
  }

  /** No exception at all. */
  public static ProofExceptions none() {
    return new ProofExceptions(List.of());
  }

  /**
   * @param protocol the protocol, in whose words the conditions are written
   * @throws RuleFileException naming the file and row where a line cannot be understood
   */
  public static ProofExceptions read(RuleFiles files, Protocol protocol) {
    String path = protocol.id() + "/" + FILE;
    if (files.find(path).isEmpty()) {
      return none();
    }
    ConditionParser conditions = new ConditionParser(protocol.words());
    List<ProofException> read = new ArrayList<>();
    for (CsvTable.Row row :
        CsvTable.read(files, path, List.of("property", "what", "why", "source"), WHEN).rows()) {
      read.add(
          new ProofException(
              property(row),
              row.required("what"),
              row.has(WHEN) ? Optional.of(when(row, conditions)) : Optional.empty(),
              row.required("why"),
              row.required("source"),
              row.where()));
    }
    return new ProofExceptions(read);
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
            () ->
                row.problem(
                    "property",
                    "'"
                        + id
                        + "' is nothing that is proved; write one of "
                        + Arrays.stream(Property.values())
                            .map(Property::id)
                            .collect(Collectors.joining(", "))));
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
