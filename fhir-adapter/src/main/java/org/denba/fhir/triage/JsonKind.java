package org.denba.fhir.triage;

import org.denba.fhir.finding.Quoted;
import tools.jackson.databind.JsonNode;

/** Says in a message what kind of JSON value was sent. */
final class JsonKind {

  private JsonKind() {}

  static String of(JsonNode node) {
    if (node.isString()) {
      return "is the text " + Quoted.of(node.stringValue());
    } else if (node.isObject()) {
      return "is an object";
    } else if (node.isArray()) {
      return "is a list";
    } else if (node.isNull()) {
      return "is null";
    }
    return "is " + Quoted.path(node.asString());
  }
}
