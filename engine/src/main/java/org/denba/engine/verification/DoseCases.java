package org.denba.engine.verification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.denba.engine.TriageEngine;
import org.denba.engine.assessment.ParameterValues;
import org.denba.engine.dosing.DoseBook;
import org.denba.engine.dosing.DoseCase;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.rules.RuleFiles;

/**
 * The dose cases of a set of rules, asked with the values that the protocols give to parameters.
 *
 * @param cases the lines of all files
 * @param parameters the value of each parameter
 */
public record DoseCases(List<DoseCase> cases, Map<String, String> parameters) {

  public DoseCases {
    cases = List.copyOf(cases);
    parameters = Map.copyOf(parameters);
  }

  /**
   * Reads the dose cases of these rules.
   *
   * @throws RuleFileException when a line cannot be used
   */
  public static DoseCases read(TriageEngine engine, RuleFiles files) {
    Map<String, String> parameters = new HashMap<>();
    engine
        .rules()
        .forEach(
            protocol ->
                protocol
                    .parameters()
                    .forEach(
                        each ->
                            parameters.putIfAbsent(
                                each.id(), ParameterValues.text(each.defaultValue()))));
    return new DoseCases(DoseCase.read(files), parameters);
  }

  /** Those that a set of dose tables answers otherwise. */
  public List<CaseFailure> failures(DoseBook book) {
    List<CaseFailure> failures = new ArrayList<>();
    for (DoseCase each : cases) {
      List<String> lines = failures(each, book);
      if (!lines.isEmpty()) {
        failures.add(new CaseFailure("doses", each.where(), title(each), lines));
      }
    }
    return failures;
  }

  /** A table may need a parameter that only another protocol has: these rules never give it. */
  private List<String> failures(DoseCase each, DoseBook book) {
    Set<String> undeclared = new HashSet<>();
    UnaryOperator<String> value =
        id -> {
          if (!parameters.containsKey(id)) {
            undeclared.add(id);
          }
          return parameters.get(id);
        };
    try {
      return each.failures(book, value);
    } catch (IllegalArgumentException e) {
      return undeclared.isEmpty() ? List.of(e.getMessage()) : List.of();
    }
  }

  private static String title(DoseCase each) {
    return each.treatment() + ", " + each.medication();
  }
}
