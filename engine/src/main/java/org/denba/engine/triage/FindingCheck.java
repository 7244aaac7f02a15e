package org.denba.engine.triage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.denba.engine.assessment.Finding;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.dictionary.DataElement;

/** Refuses findings that no data element can have: a mistyped danger sign must not vanish. */
final class FindingCheck {

  private final DataDictionary dictionary;
  private final Set<String> notDoneReasons =
      Set.of("no-device", "refused", "child-agitated", "not-feasible", Finding.NotDone.UNSPECIFIED);

  FindingCheck(DataDictionary dictionary) {
    this.dictionary = dictionary;
  }

  void check(Map<String, Finding> findings, String path, List<RequestError> errors) {
    List<RequestError> own = new ArrayList<>();
    findings.forEach(
        (id, finding) -> {
          DataElement element = dictionary.element(id).orElse(null);
          if (element == null) {
            own.add(
                new RequestError(
                    path + "findings." + id,
                    "unknown-finding",
                    "'"
                        + id
                        + "' is no data element"
                        + dictionary
                            .nearest(id)
                            .map(near -> "; perhaps '" + near + "'")
                            .orElse("")));
          } else if (element.derived()) {
            own.add(
                new RequestError(
                    path + "findings." + id,
                    "derived-finding",
                    "'" + id + "' is worked out from other findings: send those instead"));
          } else if (!fits(element, finding)) {
            own.add(
                new RequestError(
                    path + "findings." + id,
                    "wrong-type",
                    "'" + id + "' takes " + wanted(element)));
          }
        });
    own.sort(Comparator.comparing(RequestError::path));
    errors.addAll(own);
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
          finding instanceof Finding.Code code
              && (element.codes().isEmpty() || element.hasCode(code.code()));
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
