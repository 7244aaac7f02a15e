package org.denba.engine.triage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.dictionary.NearestId;
import org.denba.engine.protocol.Parameter;

/**
 * Checks the parameters that a request or an operator sets: every name known, every value one that
 * the parameter can have.
 */
final class ParameterCheck {

  private final Map<String, Parameter> known;
  private final Collection<String> locked;
  private final DataDictionary dictionary;

  /**
   * @param known the parameters of all protocols; a request may name one that its patient's
   *     protocol does not use
   */
  ParameterCheck(
      Map<String, Parameter> known, Collection<String> locked, DataDictionary dictionary) {
    this.known = known;
    this.locked = locked;
    this.dictionary = dictionary;
  }

  /** The values as the parameters' own types; what cannot be is added to the errors. */
  Map<String, Object> read(Map<String, Object> given, List<RequestError> errors) {
    Map<String, Object> values = new LinkedHashMap<>();
    given.forEach(
        (id, value) -> {
          String path = "parameters." + id;
          Parameter parameter = known.get(id);
          if (parameter == null) {
            errors.add(
                new RequestError(
                    path,
                    "unknown-parameter",
                    "'"
                        + id
                        + "' is no parameter"
                        + NearestId.of(id, known.keySet())
                            .map(near -> "; perhaps '" + near + "'")
                            .orElse("")));
          } else if (locked.contains(id)) {
            errors.add(
                new RequestError(
                    path,
                    "parameter-locked",
                    "'" + id + "' is locked by the operator of this service: leave it out"));
          } else if (value != null) {
            parameter
                .read(value)
                .filter(read -> parameter.type() != Parameter.Type.ELEMENTS || elementsKnown(read))
                .ifPresentOrElse(
                    read -> values.put(id, read),
                    () ->
                        errors.add(
                            new RequestError(
                                path,
                                "parameter-value",
                                "'"
                                    + value
                                    + "' is no value of '"
                                    + id
                                    + "'; "
                                    + allowed(parameter))));
          }
        });
    return values;
  }

  /**
   * A mistyped entry of {@code site.lacks} would leave a question open that the site cannot answer.
   */
  private boolean elementsKnown(Object entries) {
    return Arrays.stream(String.valueOf(entries).split("[|,]"))
        .map(entry -> entry.strip().split("\\s+when\\s+"))
        .flatMap(Arrays::stream)
        .allMatch(id -> id.isEmpty() || dictionary.element(id).isPresent());
  }

  private static String allowed(Parameter parameter) {
    if (parameter.type() == Parameter.Type.ELEMENTS) {
      return "it is a list of data elements, such as hb|spo2";
    }
    if (parameter.type() == Parameter.Type.CODES) {
      return "it is a list of codes, such as a|b";
    }
    List<Object> values = new ArrayList<>(List.of(parameter.defaultValue()));
    values.addAll(parameter.alternatives());
    return "it can be "
        + values
        + parameter
            .range()
            .map(range -> " or a number from " + range.low() + " to " + range.high())
            .orElse("");
  }
}
