package org.denba.fhir.mapping;

import ca.uhn.fhir.parser.ErrorHandlerAdapter;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.denba.engine.triage.RequestError;
import org.denba.fhir.finding.Quoted;

/**
 * What the parser met and would otherwise drop or log. A value that cannot be read, or a second
 * value where one is allowed, makes the body unreadable: the parser would keep the first or
 * nothing. An element that R4 does not know is only noted: what it held counts as not said. Nothing
 * is logged, since a log line would hold patient data.
 */
final class ParseReport extends ErrorHandlerAdapter {

  private static final int KEEP = 20;

  private final List<RequestError> errors = new ArrayList<>();
  private final Set<String> unknownElements = new LinkedHashSet<>();

  @Override
  public void invalidValue(IParseLocation location, String value, String error) {
    if (value == null || value.isEmpty()) {
      note(parent(location));
    } else {
      error("invalid-value", parent(location), "holds a value that is not of its type: correct it");
    }
  }

  @Override
  public void unexpectedRepeatingElement(IParseLocation location, String name) {
    error("repeated-element", name, "stands more than once where one is allowed: send one");
  }

  @Override
  public void incorrectJsonType(
      IParseLocation location,
      String name,
      ValueType expected,
      ScalarType expectedScalar,
      ValueType found,
      ScalarType foundScalar) {
    // An object where a list of one is expected is read all the same; anything else is dropped.
    if (expected != ValueType.ARRAY || found != ValueType.OBJECT) {
      error("wrong-json-type", name, "is not of the JSON type that FHIR R4 gives it");
    }
  }

  @Override
  public void unknownElement(IParseLocation location, String name) {
    note(name);
  }

  @Override
  public void unknownAttribute(IParseLocation location, String name) {
    note(name);
  }

  List<RequestError> errors() {
    return errors;
  }

  /** Names of elements that R4 does not know, each once. */
  Set<String> unknownElements() {
    return unknownElements;
  }

  private static String parent(IParseLocation location) {
    return location == null ? null : location.getParentElementName();
  }

  private void error(String code, String element, String problem) {
    if (errors.size() < KEEP) {
      String name = element == null ? "an element" : "'" + Quoted.path(element) + "'";
      errors.add(new RequestError(null, code, name + " " + problem));
    }
  }

  private void note(String name) {
    if (unknownElements.size() < KEEP) {
      unknownElements.add(name == null ? "?" : Quoted.path(name));
    }
  }
}
