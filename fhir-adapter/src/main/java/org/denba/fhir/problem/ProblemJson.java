package org.denba.fhir.problem;

import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes problem documents; without a framework, since the web server itself must be able to. */
public final class ProblemJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).build();

  private ProblemJson() {}

  public static byte[] write(Problem problem) {
    return MAPPER.writeValueAsBytes(problem);
  }

  /** One line of an ndjson answer: the number of the line that could not be answered, and why. */
  public static byte[] writeLine(long line, Problem problem) {
    return MAPPER.writeValueAsBytes(new LineProblem(line, problem));
  }

  private record LineProblem(long line, Problem error) {}
}
