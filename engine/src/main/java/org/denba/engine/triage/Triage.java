package org.denba.engine.triage;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.denba.engine.assessment.Contact;
import org.denba.engine.assessment.Finding;
import org.denba.engine.assessment.ParameterValues;
import org.denba.engine.condition.Either;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.growth.Sex;
import org.denba.engine.protocol.ProtocolFile.AgeBand;
import org.denba.engine.protocol.Urgency;

/**
 * Answers one request: reads age and parameters, chooses the protocol, runs it, and puts the
 * outcome into words.
 */
final class Triage {

  private final RuleSet rules;
  private final Intake intake;
  private final FindingCheck findingCheck;
  private final Recommendations recommendations;
  private final ParameterCheck parameterCheck;
  private final EngineOptions options;
  private final GoingTogether together;

  Triage(RuleSet rules, ZScores zScores, Recommendations recommendations, EngineOptions options) {
    this.rules = rules;
    this.intake = new Intake(rules.dictionary(), zScores);
    this.findingCheck = new FindingCheck(rules.dictionary());
    this.recommendations = recommendations;
    this.parameterCheck =
        new ParameterCheck(rules.parameters(), options.lockedParameters(), rules.dictionary());
    this.options = options;
    this.together = new GoingTogether(recommendations.treatment(rules.goTogether()));
  }

  /** What both patients of a request share. */
  private record Shared(
      TriageRequest request,
      LocalDate date,
      String language,
      Map<String, Object> parameters,
      LocalDate staleSince) {}

  /** A protocol that was run, and the parameter values that it would have had by itself. */
  private record Run(LoadedProtocol loaded, Outcome outcome, ParameterValues active) {}

  /**
   * @param today the day on which the answer is given
   */
  TriageResult answer(TriageRequest request, LocalDate today) {
    LocalDate date = request.date() == null ? today : request.date();
    String language = rules.language(request.language());
    List<Notice> notices = new ArrayList<>(request.notices());
    if (request.date() == null) {
      notices.add(new Notice("date-assumed", "date", Map.of("date", date)));
    }
    if (request.language() != null && !language.equals(request.language())) {
      notices.add(
          new Notice(
              "language-not-available",
              "language",
              Map.of("requested", request.language(), "used", language)));
    }
    long old = ChronoUnit.DAYS.between(date, today);
    boolean stale = old > options.staleAfterDays();
    if (stale) {
      notices.add(new Notice("stale", "date", Map.of("date", date, "days", old)));
    } else if (old < 0) {
      notices.add(new Notice("date-in-future", "date", Map.of()));
    }
    List<RequestError> errors = new ArrayList<>();
    Map<String, Object> parameters = parameterCheck.read(request.parameters(), errors);
    Shared shared = new Shared(request, date, language, parameters, stale ? date : null);
    TriageRequest.Companion second = request.companion();
    TriageResult companion = null;
    if (second != null) {
      companion =
          patient(
              shared,
              second.patient(),
              rules.service().livingWith(second.findings(), request.findings()),
              second.notices(),
              null,
              "companion.",
              null,
              errors);
    }
    TriageResult result =
        patient(
            shared,
            request.patient(),
            request.findings(),
            notices,
            request.protocol(),
            "",
            null,
            errors);
    if (!errors.isEmpty()) {
      throw new InvalidRequestException(errors);
    }
    return companion == null
        ? result
        : together.with(result, companion, rules.outOfScope().texts());
  }

  /** Null where there are errors. */
  private TriageResult patient(
      Shared shared,
      Patient patient,
      Map<String, Finding> findings,
      List<Notice> notices,
      String protocol,
      String path,
      TriageResult companion,
      List<RequestError> errors) {
    List<RequestError> own = new ArrayList<>();
    findingCheck.check(findings, path, own);
    Optional<PatientAge> age = PatientAge.read(patient, findings, shared.date(), path, own);
    if (!own.isEmpty() || !errors.isEmpty()) {
      errors.addAll(own);
      return null;
    }
    ServiceParameters.OfDistrict here = rules.service().ofDistrict(findings, shared.date(), path);
    Map<String, Object> parameters = new HashMap<>(here.values());
    parameters.putAll(shared.parameters());
    ProtocolChoice choice =
        ProtocolChoice.of(
            rules,
            new ProtocolChoice.Question(
                patient, findings, age, shared.date(), shared.request().setting(), protocol, path),
            parameters,
            errors);
    if (choice == null) {
      return null;
    }
    Sex sex = sex(patient, findings);
    List<Run> runs = new ArrayList<>();
    for (LoadedProtocol loaded : choice.protocols()) {
      runs.add(run(loaded, shared, patient, findings, here.values(), age, sex));
    }
    if (dangerSignWouldVanish(runs, findings)) {
      runs.add(run(rules.outOfScope(), shared, patient, findings, here.values(), age, sex));
    }
    List<Notice> all = new ArrayList<>(notices);
    if (here.notice() != null) {
      all.add(here.notice());
    }
    return word(shared, patient, age, runs, choice, all, path, companion);
  }

  /**
   * Whether a general danger sign was told that the chosen protocol does not look at (a child who
   * vomits everything and came for a vaccine): then it is acted on as for any patient.
   */
  private boolean dangerSignWouldVanish(List<Run> runs, Map<String, Finding> findings) {
    LoadedProtocol anybody = rules.outOfScope();
    for (Map.Entry<String, Finding> told : findings.entrySet()) {
      if (told.getValue() instanceof Finding.Answer answer && answer.yes()) {
        int slot = rules.dictionary().element(told.getKey()).orElseThrow().index();
        if (anybody.protocol().uses(slot)
            && runs.stream().noneMatch(run -> run.loaded().protocol().uses(slot))) {
          return true;
        }
      }
    }
    return false;
  }

  private static Sex sex(Patient patient, Map<String, Finding> findings) {
    if (patient.sex() == null && findings.get("sex") instanceof Finding.Code code) {
      return code.code().equals("male") ? Sex.MALE : Sex.FEMALE;
    }
    return patient.sex();
  }

  /**
   * @param ofDistrict the parameter values of the patient's district
   */
  private Run run(
      LoadedProtocol loaded,
      Shared shared,
      Patient patient,
      Map<String, Finding> findings,
      Map<String, Object> ofDistrict,
      Optional<PatientAge> age,
      Sex sex) {
    ParameterValues active =
        LoadedProtocol.with(loaded.active(shared.request().setting()), ofDistrict);
    Optional<AgeBand> band = loaded.protocol().file().ageMonths();
    Optional<PatientAge> covered =
        band.isPresent() ? Optional.of(PatientAge.within(age, band.get(), shared.date())) : age;
    Outcome outcome =
        Outcome.of(
            intake.read(
                loaded.protocol(),
                rules.service().toldTo(loaded.protocol(), findings),
                patient,
                covered,
                sex,
                shared.date(),
                shared.request().contact(),
                LoadedProtocol.with(active, shared.parameters())));
    contradictions(outcome.encounter());
    if (!comparesWith(shared.request().contact(), loaded)) {
      outcome.encounter().notice(new Notice("follow-up-not-evaluated", "visit", Map.of()));
    }
    return new Run(loaded, outcome, active);
  }

  /** At a follow-up visit: whether a rule compares with one of the rows of the visit before. */
  private static boolean comparesWith(Contact contact, LoadedProtocol loaded) {
    return !contact.followUp()
        || contact.earlierRows().stream().anyMatch(loaded.protocol().comparedRows()::contains);
  }

  private void contradictions(Encounter encounter) {
    for (Either either : encounter.protocol().eithers()) {
      if (either.contradicts(encounter.assessment())) {
        DataElement first = rules.dictionary().elements().get(either.slots()[0]);
        DataElement second = rules.dictionary().elements().get(either.slots()[1]);
        encounter.notice(
            new Notice(
                "contradiction",
                "findings." + first.id(),
                Map.of("first", first, "second", second)));
      }
    }
  }

  /**
   * Where several protocols may apply, the more severe answer is kept, and nothing that any of them
   * leaves open is ruled out.
   */
  private TriageResult word(
      Shared shared,
      Patient patient,
      Optional<PatientAge> age,
      List<Run> runs,
      ProtocolChoice choice,
      List<Notice> notices,
      String path,
      TriageResult companion) {
    Run chosen =
        runs.stream()
            .max(
                Comparator.<Run, Urgency>comparing(run -> run.outcome().urgency())
                    .thenComparing(run -> -runs.indexOf(run)))
            .orElseThrow();
    Urgency couldBe =
        runs.stream()
            .map(run -> run.outcome().couldBe())
            .max(Comparator.naturalOrder())
            .orElseThrow();
    List<Notice> all = new ArrayList<>(notices);
    all.addAll(choice.notices());
    if (patient.ageEstimated() && !choice.ageOpen() && age.isPresent()) {
      all.add(new Notice("age-approximate", path + "patient", Map.of()));
    }
    all.addAll(chosen.outcome().encounter().notices());
    Wording wording = new Wording(chosen.loaded().texts(), shared.language());
    List<Warning> warnings =
        all.stream().map(wording::warning).map(warning -> warning.below(path)).distinct().toList();
    return new Answer(
            chosen.loaded(),
            chosen.outcome(),
            chosen.active(),
            rules.dictionary(),
            shared.language())
        .result(
            shared.request(),
            couldBe,
            choice.ageOpen(),
            shared.staleSince(),
            recommendations,
            warnings,
            path,
            companion);
  }
}
