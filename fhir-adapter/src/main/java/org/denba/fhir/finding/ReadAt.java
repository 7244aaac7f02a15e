package org.denba.fhir.finding;

import java.util.Optional;
import java.util.function.Consumer;
import org.denba.engine.assessment.Finding;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.triage.RequestError;

/** Where a finding is being read, and where to say what is wrong with it. */
record ReadAt(DataElement element, String path, Consumer<RequestError> errors) {

  Optional<Finding> error(String code, String message) {
    return error("", code, message);
  }

  Optional<Finding> error(String below, String code, String message) {
    errors.accept(new RequestError(path + below, code, message));
    return Optional.empty();
  }

  Optional<Finding> wrongType(SentValue value, String wanted) {
    return error(
        "wrong-type", described(value) + " does not fit '" + element.id() + "': send " + wanted);
  }

  private static String described(SentValue value) {
    if (value instanceof SentValue.Bool bool) {
      return String.valueOf(bool.value());
    } else if (value instanceof SentValue.Number) {
      return "a number";
    } else if (value instanceof SentValue.Quantity) {
      return "a number with a unit";
    } else if (value instanceof SentValue.Text text) {
      return "the text " + Quoted.of(text.value());
    }
    return "a list";
  }
}
