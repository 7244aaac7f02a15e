package org.denba.engine.triage;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.denba.engine.assessment.Finding;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.dictionary.ElementType;

/** Refuses findings that no data element can have: a mistyped danger sign must not vanish. */
final class FindingCheck {

  private final DataDictionary dictionary;
  private final Set<String> notDoneReasons =
      Set.of("no-device", "refused", "child-agitated", "not-feasible", "none-recorded", Finding.NotDone.UNSPECIFIED);

  FindingCheck(DataDictionary dictionary) {
    this.dictionary = dictionary;
  }

  void check(Map<String, Finding> findings, String path, List<RequestError> errors) {
    findings.keySet().stream()
        .sorted()
        .forEach(
            id -> {
              String at = path + "findings." + id;
              DataElement element = dictionary.element(id).orElse(null);
              if (element == null) {
                errors.add(
                    new RequestError(
                        at,
                        "unknown-finding",
                        "'" + id + "' is no data element"
                            + dictionary.nearest(id).map(near -> "; perhaps '" + near + "'").orElse("")));
              } else if (element.derived()) {
                errors.add(
                    new RequestError(
                        at, "derived-finding", "'" + id + "' is worked out from other findings: send those instead"));
              } else if (!fits(element, findings.get(id))) {
                errors.add(
                    new RequestError(at, "wrong-type", "'" + id + "' takes " + wanted(element)));
              }
            });
  }

  private boolean fits(DataElement element, Finding finding) {
    if (finding instanceof Finding.Unknown) {
      return true;
    }
    if (finding instanceof Finding.NotDone notDone) {
      return notDoneReasons.contains(notDone.reason());
    }
    return switch (element.type()) {
      case BOOLEAN -> finding instanceof Finding.Answer;
      case QUANTITY -> finding instanceof Finding.Quantity;
      case CODED ->
          finding instanceof Finding.Code code && (element.codes().isEmpty() || element.hasCode(code.code()));
      case DATE -> finding instanceof Finding.Day;
      case LIST -> finding instanceof Finding.Entries;
    };
  }

  private static String wanted(DataElement element) {
    return switch (element.type()) {
      case BOOLEAN -> "true or false";
      case QUANTITY -> "a number in " + element.unit();
      case CODED -> "one of " + String.join(", ", element.codes());
      case DATE -> "a date such as 2026-05-01";
      case LIST -> "a list of objects with " + String.join(", ", element.codes());
    };
  }
}
