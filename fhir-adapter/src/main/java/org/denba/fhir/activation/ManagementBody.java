package org.denba.fhir.activation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.denba.engine.triage.InvalidRequestException;
import org.denba.engine.triage.RequestError;
import org.denba.fhir.finding.Quoted;
import tools.jackson.databind.JsonNode;

/** The fields of one management request; everything wrong is told at once, each with its path. */
final class ManagementBody {

  private final JsonNode object;
  private final List<RequestError> errors = new ArrayList<>();

  /**
   * @param known the fields that there may be
   */
  ManagementBody(JsonNode object, String... known) {
    this.object = object;
    Set<String> names = new TreeSet<>(List.of(known));
    if (!object.isObject()) {
      errors.add(new RequestError("$", "wrong-type", "send an object {…}"));
    }
    for (String name : object.propertyNames()) {
      if (!names.contains(name)) {
        String nearest = Quoted.nearest(name, names);
        errors.add(
            new RequestError(
                Quoted.path(name),
                "unknown-field",
                Quoted.of(name)
                    + " is not a field here: remove or correct it"
                    + (nearest.isEmpty() ? "; there are " + String.join(", ", names) : nearest)));
      }
    }
  }

  /** A text that must be there. */
  String required(String field, int longest) {
    String text = optional(field, longest);
    if (text == null && errors.stream().noneMatch(error -> error.path().equals(field))) {
      error(field, "missing", "say it: it is kept with the version for whoever asks later");
    }
    return text;
  }

  /** A text on one line, or null. */
  String optional(String field, int longest) {
    JsonNode value = object.get(field);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isString()) {
      error(field, "wrong-type", "send a text");
      return null;
    }
    String text = value.asString().strip();
    if (text.isEmpty()) {
      return null;
    }
    if (text.length() > longest) {
      error(field, "too-long", text.length() + " characters: at most " + longest + " are kept");
      return null;
    }
    if (text.codePoints().anyMatch(ManagementBody::unreadable)) {
      error(field, "unreadable", "holds a character that cannot be seen: write it on one line");
      return null;
    }
    return text;
  }

  boolean flag(String field) {
    JsonNode value = object.get(field);
    if (value == null || value.isNull()) {
      return false;
    }
    if (!value.isBoolean()) {
      error(field, "wrong-type", "send true or false");
      return false;
    }
    return value.asBoolean();
  }

  /** A list of texts, or null. */
  List<String> texts(String field) {
    JsonNode value = object.get(field);
    if (value == null || value.isNull()) {
      return null;
    }
    List<String> texts = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(each -> texts.add(each.isString() ? each.asString() : null));
    }
    if (texts.isEmpty() || texts.contains(null)) {
      error(field, "wrong-type", "send a list of row ids, or leave it out for all rows");
      return null;
    }
    return texts;
  }

  void error(String field, String code, String message) {
    errors.add(new RequestError(field, code, message));
  }

  /**
   * @throws InvalidRequestException naming everything that was wrong
   */
  void check() {
    if (!errors.isEmpty()) {
      throw new InvalidRequestException(errors);
    }
  }

  private static boolean unreadable(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
