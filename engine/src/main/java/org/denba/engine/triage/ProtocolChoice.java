package org.denba.engine.triage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.denba.engine.assessment.Assessment;
import org.denba.engine.assessment.Finding;
import org.denba.engine.dictionary.NearestId;

/**
 * The protocols to run for a patient: one where that is certain, several where an age that is not
 * known exactly spans a limit.
 *
 * @param protocols the protocols, first choice first
 * @param ageOpen whether a better known age could rule one out
 * @param notices what there is to say of the choice
 */
record ProtocolChoice(List<LoadedProtocol> protocols, boolean ageOpen, List<Notice> notices) {

  /**
   * Whom to choose for.
   *
   * @param wanted the protocol that was asked for, or null
   * @param path what stands before the paths of this patient's errors
   */
  record Question(
      Patient patient,
      Map<String, Finding> findings,
      Optional<PatientAge> age,
      LocalDate date,
      String setting,
      String wanted,
      String path) {}

  /**
   * @param errors receives why no protocol can be chosen
   * @return null where none can
   */
  static ProtocolChoice of(
      RuleSet rules, Question question, Map<String, Object> parameters, List<RequestError> errors) {
    String wanted = question.wanted();
    Optional<PatientAge> age = question.age();
    if (wanted != null && !rules.knownProtocols().contains(wanted)) {
      errors.add(
          new RequestError(
              "protocol",
              "unknown-protocol",
              "'"
                  + wanted
                  + "' is no protocol"
                  + NearestId.of(wanted, rules.knownProtocols())
                      .map(near -> "; perhaps '" + near + "'")
                      .orElse("")
                  + "; leave it out to let the engine choose"));
      return null;
    }
    ProtocolSelection selection = rules.selection();
    List<Notice> notices = new ArrayList<>();
    Assessment asked = wanted == null ? null : view(rules, question, parameters, true);
    boolean fits = wanted != null && selection.fits(wanted, asked);
    if (fits && (age.isEmpty() || selection.fitsCertainly(wanted, asked))) {
      return new ProtocolChoice(List.of(shipped(rules, wanted, notices)), false, notices);
    }
    Assessment view = view(rules, question, parameters, false);
    List<String> candidates = selection.candidates(view);
    boolean certain = !selection.perhapsOutside(view);
    if (age.isEmpty() && !certain) {
      errors.add(
          new RequestError(
              question.path() + "patient",
              "age-missing",
              "the age is needed to choose a protocol: send patient.birthDate, ageDays, ageMonths"
                  + " or ageYears"));
      return null;
    }
    List<LoadedProtocol> protocols = new ArrayList<>();
    if (fits) {
      protocols.add(shipped(rules, wanted, notices));
    }
    candidates.forEach(id -> protocols.add(shipped(rules, id, notices)));
    if (fits || !certain) {
      protocols.add(rules.outOfScope());
    }
    if (wanted != null && !fits) {
      notices.add(
          new Notice(
              "protocol-changed",
              "protocol",
              Map.of("requested", wanted, "used", protocols.get(0).protocol().id())));
    }
    boolean ageOpen = protocols.size() > 1;
    if (ageOpen) {
      notices.add(new Notice("age-estimated-band", question.path() + "patient", Map.of()));
    }
    return new ProtocolChoice(protocols.stream().distinct().toList(), ageOpen, notices);
  }

  private static Assessment view(
      RuleSet rules, Question question, Map<String, Object> parameters, boolean askedFor) {
    return rules
        .selection()
        .view(
            askedFor,
            question.patient(),
            question.findings(),
            question.age(),
            question.date(),
            question.setting(),
            rules.selectionParameters().with(parameters));
  }

  private static LoadedProtocol shipped(RuleSet rules, String id, List<Notice> notices) {
    LoadedProtocol loaded = rules.shipped(id);
    if (loaded == null) {
      notices.add(new Notice("protocol-not-shipped", "protocol", Map.of("protocol", id)));
      return rules.outOfScope();
    }
    return loaded;
  }
}
