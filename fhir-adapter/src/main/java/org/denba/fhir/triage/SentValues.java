package org.denba.fhir.triage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.denba.engine.triage.RequestError;
import org.denba.fhir.finding.Quoted;
import org.denba.fhir.finding.SentValue;
import tools.jackson.databind.JsonNode;

/** Recognises what a finding in JSON is, whatever element it is of. */
final class SentValues {

  private static final String VALUE = "value";
  private static final String UNIT = "unit";
  private static final String NOT_DONE = "notDone";

  private SentValues() {}

  /** What was sent, or empty when an error was reported. */
  static Optional<SentValue> of(JsonNode node, String path, Consumer<RequestError> errors) {
    if (node.isNull()) {
      return Optional.of(new SentValue.Nothing());
    } else if (node.isBoolean()) {
      return Optional.of(new SentValue.Bool(node.booleanValue()));
    } else if (node.isNumber()) {
      return Optional.of(new SentValue.Number(node.decimalValue()));
    } else if (node.isString()) {
      return Optional.of(new SentValue.Text(node.stringValue()));
    } else if (node.isArray()) {
      return items(node, path, errors);
    }
    return node.has(NOT_DONE) ? notDone(node, path, errors) : quantity(node, path, errors);
  }

  private static Optional<SentValue> notDone(
      JsonNode node, String path, Consumer<RequestError> errors) {
    Fields fields = Fields.of(node, path, Set.of(NOT_DONE), errors).orElseThrow();
    JsonNode reason = fields.node(NOT_DONE);
    if (reason.isNull() || reason.isBoolean() && reason.booleanValue()) {
      return Optional.of(new SentValue.NotDone(null));
    }
    return Optional.ofNullable(fields.text(NOT_DONE)).map(SentValue.NotDone::new);
  }

  private static Optional<SentValue> quantity(
      JsonNode node, String path, Consumer<RequestError> errors) {
    Fields fields = Fields.of(node, path, Set.of(VALUE, UNIT), errors).orElseThrow();
    JsonNode value = fields.node(VALUE);
    String unit = fields.text(UNIT);
    if (value == null) {
      errors.accept(
          new RequestError(
              path,
              "wrong-type",
              "is an object without \"value\": send {\"value\": …, \"unit\": …} or {\"notDone\":"
                  + " …}"));
      return Optional.empty();
    }
    if (value.isNull()) {
      return Optional.of(new SentValue.Nothing());
    }
    if (value.isNumber()) {
      return Optional.of(new SentValue.Quantity(value.decimalValue(), unit));
    }
    fields.error(VALUE, "wrong-type", JsonKind.of(value) + ": send a number without quotes");
    return Optional.empty();
  }

  private static Optional<SentValue> items(
      JsonNode list, String path, Consumer<RequestError> errors) {
    List<Map<String, String>> entries = new ArrayList<>();
    boolean readable = true;
    for (int i = 0; i < list.size(); i++) {
      String at = path + "[" + i + "]";
      JsonNode item = list.get(i);
      if (!item.isObject()) {
        errors.accept(
            new RequestError(at, "wrong-type", JsonKind.of(item) + ": send an object {…}"));
        readable = false;
        continue;
      }
      Map<String, String> entry = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> field : item.properties()) {
        if (field.getValue().isContainer()) {
          errors.accept(
              new RequestError(
                  at + "." + Quoted.path(field.getKey()),
                  "wrong-type",
                  JsonKind.of(field.getValue()) + ": send a text"));
          readable = false;
        } else if (!field.getValue().isNull()) {
          entry.put(field.getKey(), field.getValue().asString());
        }
      }
      entries.add(entry);
    }
    return readable ? Optional.of(new SentValue.Items(entries)) : Optional.empty();
  }
}
