package org.denba.engine.properties;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.denba.engine.assessment.Finding;
import org.denba.engine.growth.Sex;
import org.denba.engine.triage.Patient;
import org.denba.engine.triage.TriageRequest;
import org.denba.engine.triage.TriageResult;

/**
 * One sick child at one visit, as a client would tell it.
 *
 * @param age what is told of the age
 * @param sex the sex, or null
 * @param protocol the protocol asked for, or null
 * @param setting where the child is seen
 * @param date day of the visit
 * @param language language of the answer
 * @param parameters parameters that the request sets
 * @param findings what was found
 */
record Visit(
    Age age,
    Sex sex,
    String protocol,
    String setting,
    LocalDate date,
    String language,
    Map<String, Object> parameters,
    Map<String, Finding> findings) {

  /** What is told of an age; each part may be null. */
  record Age(LocalDate birth, Integer years, Integer months, Integer days, boolean estimated) {

    static final Age UNKNOWN = new Age(null, null, null, null, false);

    static Age born(LocalDate day) {
      return new Age(day, null, null, null, false);
    }

    static Age ofMonths(int months) {
      return new Age(null, null, months, null, false);
    }
  }

  /** A child seen today at a facility, with these findings. */
  static Visit of(Age age, Sex sex, Map<String, Finding> findings) {
    return new Visit(
        age,
        sex,
        BuiltIn.PROTOCOL,
        TriageRequest.FACILITY,
        BuiltIn.TODAY,
        "en",
        Map.of(),
        findings);
  }

  TriageRequest request() {
    Patient patient =
        new Patient(
            null,
            age.birth(),
            sex,
            age.years(),
            age.months(),
            age.days(),
            age.estimated(),
            null,
            null,
            null);
    return new TriageRequest(
        null,
        protocol,
        setting,
        date,
        language,
        TriageRequest.INITIAL,
        List.of(),
        patient,
        parameters,
        findings,
        List.of(),
        null);
  }

  TriageResult triage() {
    return BuiltIn.ENGINE.triage(request());
  }

  Visit with(String element, Finding finding) {
    Map<String, Finding> changed = new LinkedHashMap<>(findings);
    changed.put(element, finding);
    return withFindings(changed);
  }

  Visit without(String element) {
    Map<String, Finding> changed = new LinkedHashMap<>(findings);
    changed.remove(element);
    return withFindings(changed);
  }

  Visit withFindings(Map<String, Finding> changed) {
    return new Visit(age, sex, protocol, setting, date, language, parameters, changed);
  }

  Visit withAge(Age changed) {
    return new Visit(changed, sex, protocol, setting, date, language, parameters, findings);
  }

  Visit withSex(Sex changed) {
    return new Visit(age, changed, protocol, setting, date, language, parameters, findings);
  }

  Visit withParameter(String id, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(parameters);
    changed.put(id, value);
    return new Visit(age, sex, protocol, setting, date, language, changed, findings);
  }

  Visit on(LocalDate day) {
    return new Visit(age, sex, protocol, setting, day, language, parameters, findings);
  }

  Visit in(String other) {
    return new Visit(age, sex, protocol, setting, date, other, parameters, findings);
  }

  /** The same findings (and parameters) in another order. */
  Visit shuffled(long seed) {
    return new Visit(
        age,
        sex,
        protocol,
        setting,
        date,
        language,
        shuffled(parameters, seed),
        shuffled(findings, seed));
  }

  private static <V> Map<String, V> shuffled(Map<String, V> map, long seed) {
    List<String> keys = new ArrayList<>(map.keySet());
    Collections.shuffle(keys, new Random(seed));
    Map<String, V> other = new LinkedHashMap<>();
    keys.forEach(key -> other.put(key, map.get(key)));
    return other;
  }
}
