package org.denba.fhir.triage;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.denba.engine.triage.RequestError;
import org.denba.fhir.finding.Quoted;
import tools.jackson.databind.JsonNode;

/**
 * The fields of one JSON object of a request. Each getter answers null for a field that is absent
 * or null, and reports one of the wrong type; a field of an unknown name is an error, since a
 * mistyped {@code findngs} must not vanish.
 */
final class Fields {

  private static final int LONGEST_ID = 128;

  private final JsonNode object;
  private final String path;
  private final Consumer<RequestError> errors;

  private Fields(JsonNode object, String path, Consumer<RequestError> errors) {
    this.object = object;
    this.path = path;
    this.errors = errors;
  }

  /** The fields of {@code node}, or empty when it is absent, null or (an error) no object. */
  static Optional<Fields> of(
      JsonNode node, String path, Set<String> known, Consumer<RequestError> errors) {
    Optional<Fields> fields = ofAnyNames(node, path, errors);
    fields.ifPresent(f -> f.refuseOthers(known));
    return fields;
  }

  /** The same for an object whose field names are ids. */
  static Optional<Fields> ofAnyNames(JsonNode node, String path, Consumer<RequestError> errors) {
    if (node == null || node.isNull()) {
      return Optional.empty();
    }
    Fields fields = new Fields(node, path, errors);
    if (!node.isObject()) {
      fields.errors.accept(
          new RequestError(
              path.isEmpty() ? "$" : path,
              "wrong-type",
              JsonKind.of(node) + ": send an object {…}"));
      return Optional.empty();
    }
    return Optional.of(fields);
  }

  private void refuseOthers(Set<String> known) {
    for (String name : object.propertyNames()) {
      if (!known.contains(name)) {
        String nearest = Quoted.nearest(name, known);
        error(
            Quoted.path(name),
            "unknown-field",
            Quoted.of(name)
                + " is not a field here: remove or correct it"
                + (nearest.isEmpty() ? "; there are " + String.join(", ", known) : nearest));
      }
    }
  }

  Collection<String> names() {
    return object.propertyNames();
  }

  JsonNode node(String name) {
    return object.get(name);
  }

  String path(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  Consumer<RequestError> errors() {
    return errors;
  }

  void error(String name, String code, String message) {
    errors.accept(new RequestError(path(name), code, message));
  }

  /**
   * An identifier of the client's: any text of at most 128 characters without control characters.
   */
  String id(String name) {
    String id = text(name);
    if (id == null) {
      return null;
    }
    if (id.length() > LONGEST_ID) {
      error(name, "too-long", "has " + id.length() + " characters: send at most " + LONGEST_ID);
      return null;
    }
    if (id.chars().anyMatch(Character::isISOControl)) {
      error(name, "control-character", "holds a control character: send printable text");
      return null;
    }
    return id;
  }

  String text(String name) {
    JsonNode node = present(name);
    if (node == null) {
      return null;
    }
    if (!node.isString()) {
      error(name, "wrong-type", JsonKind.of(node) + ": send a text");
      return null;
    }
    return node.stringValue();
  }

  /** One of the codes that may stand here. */
  String code(String name, List<String> codes) {
    String code = text(name);
    if (code == null || codes.contains(code)) {
      return code;
    }
    error(
        name,
        "unknown-code",
        Quoted.of(code)
            + " is not known: send one of "
            + String.join(", ", codes)
            + Quoted.nearest(code, codes));
    return null;
  }

  /** A whole number from 0 to {@code largest}. */
  Integer count(String name, int largest) {
    JsonNode node = present(name);
    if (node == null) {
      return null;
    }
    if (!node.isNumber()) {
      error(name, "wrong-type", JsonKind.of(node) + ": send a whole number without quotes");
      return null;
    }
    double value = node.decimalValue().doubleValue();
    if (value != Math.rint(value)) {
      error(name, "wrong-type", "is not a whole number: send completed units only, such as 18");
      return null;
    }
    if (value < 0 || value > largest) {
      error(name, "out-of-range", "is outside 0 to " + largest + ": check it, or leave it out");
      return null;
    }
    return (int) value;
  }

  /** True or false, also as yes or no. */
  Boolean answer(String name) {
    JsonNode node = present(name);
    if (node == null) {
      return null;
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    String text = node.isString() ? node.stringValue() : "";
    return switch (text) {
      case "yes" -> Boolean.TRUE;
      case "no" -> Boolean.FALSE;
      case "unknown" -> null;
      default -> {
        error(name, "wrong-type", JsonKind.of(node) + ": send true, false or null");
        yield null;
      }
    };
  }

  private JsonNode present(String name) {
    JsonNode node = object.get(name);
    return node == null || node.isNull() ? null : node;
  }
}
