package org.denba.fhir.triage;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.denba.engine.triage.RequestError;
import org.denba.fhir.finding.Quoted;
import tools.jackson.databind.JsonNode;

/**
 * Reads the object {@code parameters} of a request. Whether a parameter exists and may have that
 * value is the engine's to say.
 */
final class ParametersReader {

  private static final int MOST = 500;

  private ParametersReader() {}

  static Map<String, Object> read(JsonNode node, String path, Consumer<RequestError> errors) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    Optional<Fields> fields = Fields.ofAnyNames(node, path, errors);
    if (fields.isEmpty()) {
      return parameters;
    }
    if (fields.get().names().size() > MOST) {
      errors.accept(
          new RequestError(path, "too-many-parameters", "send at most " + MOST + " parameters"));
      return parameters;
    }
    for (String id : fields.get().names()) {
      JsonNode value = fields.get().node(id);
      if (value.isBoolean()) {
        parameters.put(id, value.booleanValue());
      } else if (value.isString()) {
        parameters.put(id, value.stringValue());
      } else if (value.isNumber()) {
        parameters.put(id, number(value.decimalValue()));
      } else {
        fields
            .get()
            .error(
                Quoted.path(id),
                "wrong-type",
                JsonKind.of(value) + ": send a text, a number, true or false, or leave it out");
      }
    }
    return parameters;
  }

  /** An integer where it is one, else a double: the numbers of rule files are no larger. */
  static Number number(BigDecimal value) {
    double number = value.doubleValue();
    if (number == Math.rint(number) && Math.abs(number) <= Integer.MAX_VALUE) {
      return (int) number;
    }
    return number;
  }
}
