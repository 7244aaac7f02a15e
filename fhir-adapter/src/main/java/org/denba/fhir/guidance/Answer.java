package org.denba.fhir.guidance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.triage.TriageResult;
import org.denba.engine.triage.TriageResult.Classification;
import org.denba.engine.triage.TriageResult.Status;
import org.denba.fhir.mapping.FhirEncounter;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Reference;

/** What every resource of one answer is made from. */
final class Answer {

  static final String CONDITION = "condition";

  private final TriageResult result;
  private final FhirEncounter request;
  private final DataDictionary dictionary;
  private final EntryNames names;
  private final List<Classification> proved;
  private final Map<String, Integer> conditionOfRule = new LinkedHashMap<>();

  Answer(TriageResult result, FhirEncounter request, DataDictionary dictionary, EntryNames names) {
    this.result = result;
    this.request = request;
    this.dictionary = dictionary;
    this.names = names;
    this.proved =
        result.classifications().stream().filter(c -> c.status() == Status.PROVED).toList();
    for (int i = 0; i < proved.size(); i++) {
      conditionOfRule.putIfAbsent(proved.get(i).rule(), i);
    }
  }

  TriageResult result() {
    return result;
  }

  FhirEncounter request() {
    return request;
  }

  DataDictionary dictionary() {
    return dictionary;
  }

  EntryNames names() {
    return names;
  }

  List<Classification> proved() {
    return proved;
  }

  /** Nothing is open: only then may anything in the answer be final. */
  boolean settled() {
    return result.decided() && result.complete();
  }

  /** The patient as the request refers to it; without a name where the request gave none. */
  Reference subject() {
    return request.subject() == null
        ? new Reference().setDisplay("Patient")
        : new Reference(request.subject());
  }

  /** The encounter, or null. */
  Reference encounter() {
    return request.encounter() == null ? null : new Reference(request.encounter());
  }

  DateTimeType date() {
    return new DateTimeType(result.date().toString());
  }

  /** The Conditions of those of these rows that are proved. */
  List<Reference> conditions(List<String> rules) {
    return rules.stream()
        .filter(conditionOfRule::containsKey)
        .map(rule -> names.reference(CONDITION, conditionOfRule.get(rule)))
        .toList();
  }

  static CodeableConcept concept(String system, String code, String text) {
    return new CodeableConcept(new Coding(system, code, text)).setText(text);
  }
}
