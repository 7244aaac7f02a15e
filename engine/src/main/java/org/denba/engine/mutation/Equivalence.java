package org.denba.engine.mutation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.denba.engine.TriageEngine;
import org.denba.engine.assessment.ParameterValues;
import org.denba.engine.immunisation.VaccineSchedule;
import org.denba.engine.mutation.Verdict.Fate;
import org.denba.engine.proof.Patient;
import org.denba.engine.proof.Question;
import org.denba.engine.proof.ReadingComparison;
import org.denba.engine.protocol.Parameter;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.protocol.ProtocolFile.AgeBand;
import org.denba.engine.protocol.Treatment;
import org.denba.engine.protocol.TreatmentReader;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.triage.RuleSet;
import org.denba.engine.triage.TriageRequest;
import org.denba.engine.verification.CaseFiles;
import org.denba.engine.verification.ClinicalCase;

/**
 * Tells, of a mutant that no case noticed, whether a patient is answered differently: a solver
 * looks through all of them. What it finds becomes the case that is missing.
 */
final class Equivalence {

  /** Files whose meaning is not a matter of the rules alone: no proof is tried. */
  private static final Set<String> NOT_PROVED = Set.of("intake", "schedule");

  private static final String SAME_CALENDAR =
      "proved: another day of the calendar always decides before";
  private static final int TRIES = 12;
  private static final Map<String, Object> ANYTHING = Map.of("urgency", "refer-urgent");

  private final TriageEngine engine;
  private final Protocol protocol;
  private final CaseText text;
  private final LocalDate day;
  private final List<ClinicalCase> cases;
  private final BorrowedHistory histories;
  private final NearbyPatients nearby;
  private final Set<String> beforeReferral;
  private final ArguedChanges argued;

  Equivalence(TriageEngine engine, Suite suite, ArguedChanges argued, LocalDate day) {
    this.engine = engine;
    this.protocol = suite.protocol();
    this.cases = suite.cases();
    this.text = new CaseText(protocol, engine.dictionary());
    this.argued = argued;
    this.beforeReferral =
        TreatmentReader.read(engine.files()).values().stream()
            .filter(Treatment::preReferral)
            .map(Treatment::id)
            .collect(Collectors.toSet());
    this.day = day;
    this.histories = new BorrowedHistory(suite, engine.dictionary());
    this.nearby = new NearbyPatients(engine, suite);
  }

  /**
   * Equivalent with the reason, or a survivor, with the case that would notice where one is found.
   */
  Verdict judge(Mutant mutant, RuleSet changed) {
    Optional<String> silent = SilentCase.find(engine, changed, cases);
    if (silent.isPresent()) {
      return new Verdict(mutant, Fate.SURVIVED, silent.get());
    }
    if (NOT_PROVED.contains(mutant.part())) {
      return sameCalendar(changed)
          ? new Verdict(mutant, Fate.EQUIVALENT, SAME_CALENDAR)
          : survived(mutant, changed, named(mutant));
    }
    ReadingComparison comparison =
        new ReadingComparison(
            protocol, changed.protocol(protocol.id()), engine.dictionary(), beforeReferral);
    for (int i = 0; i < TRIES; i++) {
      Optional<Patient> patient = comparison.next();
      if (patient.isEmpty()) {
        if (i == 0) {
          return new Verdict(mutant, Fate.EQUIVALENT, reason(comparison));
        }
        break;
      }
      Optional<String> missing = missingCase(mutant, changed, patient.get());
      if (missing.isPresent()) {
        return new Verdict(mutant, Fate.SURVIVED, missing.get());
      }
    }
    return survived(mutant, changed, comparison.questions());
  }

  /** The cases near the change may show the way to a patient whom the solver did not find. */
  private Verdict survived(Mutant mutant, RuleSet changed, List<Question> questions) {
    return nearby
        .find(changed, questions)
        .flatMap(request -> MissingCase.of(engine, changed, request, mutant.words()))
        .map(missing -> new Verdict(mutant, Fate.SURVIVED, missing))
        .or(() -> argued.of(mutant).map(reason -> new Verdict(mutant, Fate.ARGUED, reason)))
        .orElseGet(() -> new Verdict(mutant, Fate.SURVIVED, ""));
  }

  /** The elements that the changed line names. */
  private List<Question> named(Mutant mutant) {
    List<String> words = List.of(mutant.subject().split("[^A-Za-z0-9-]+"));
    return Question.of(protocol, engine.dictionary(), words);
  }

  private boolean sameCalendar(RuleSet changed) {
    Optional<VaccineSchedule> was = protocol.measurements().vaccines();
    Optional<VaccineSchedule> is = changed.protocol(protocol.id()).measurements().vaccines();
    double below = protocol.file().ageMonths().map(AgeBand::below).orElse(Integer.MAX_VALUE);
    return was.isPresent()
        && is.isPresent()
        && !was.get().vaccines().equals(is.get().vaccines())
        && was.get().saysTheSameAs(is.get(), this::numbers, below);
  }

  /** Every number that a parameter may have, as far as its ends go. */
  private List<Double> numbers(String parameter) {
    Parameter found = protocol.parameter(parameter).orElseThrow();
    List<Object> values = new ArrayList<>(found.alternatives());
    values.add(found.defaultValue());
    found.range().ifPresent(range -> values.addAll(List.of(range.low(), range.high())));
    return values.stream().map(value -> Double.valueOf(ParameterValues.text(value))).toList();
  }

  private static String reason(ReadingComparison comparison) {
    return comparison.isEquivalent()
        ? "proved: no patient is answered differently"
        : "proved: no patient whose age and measurements are known exactly is answered differently";
  }

  private Optional<String> missingCase(Mutant mutant, RuleSet changed, Patient patient) {
    Map<String, String> standing = new LinkedHashMap<>(patient.findings());
    standing.keySet().removeIf(element -> !histories.isOfCalendar(element));
    Map<String, String> rest = new LinkedHashMap<>(patient.findings());
    rest.keySet().removeAll(standing.keySet());
    Optional<TriageRequest> request =
        request(
            new Patient(
                rest, patient.parameters(), patient.setting(), patient.visit(), patient.earlier()));
    if (request.isEmpty()) {
      return Optional.empty();
    }
    if (standing.isEmpty()) {
      Map<String, Object> expect = MissingCase.difference(engine, changed, request.get());
      return expect.isEmpty()
          ? Optional.empty()
          : Optional.of(CaseText.of("new", mutant.words(), text.encounter(patient), expect));
    }
    return histories.with(standing, request.get()).stream()
        .flatMap(each -> MissingCase.of(engine, changed, each, mutant.words()).stream())
        .findFirst();
  }

  private Optional<TriageRequest> request(Patient patient) {
    try {
      return Optional.of(
          CaseFiles.readText(
                  engine,
                  engine.files(),
                  protocol.id(),
                  "cases:\n" + CaseText.of("x", "x", text.encounter(patient), ANYTHING),
                  day)
              .get(0)
              .request());
    } catch (RuleFileException e) {
      // a patient who cannot be told in a request: the next one may
      return Optional.empty();
    }
  }
}
