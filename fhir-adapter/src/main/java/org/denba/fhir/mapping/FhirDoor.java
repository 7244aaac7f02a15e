package org.denba.fhir.mapping;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.denba.engine.assessment.Finding;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.rules.RuleFiles;
import org.denba.engine.triage.InvalidRequestException;
import org.denba.engine.triage.Notice;
import org.denba.engine.triage.Patient;
import org.denba.engine.triage.RequestError;
import org.denba.engine.triage.TriageRequest;
import org.denba.fhir.finding.FindingReader;
import org.hl7.fhir.r4.model.Encounter;

/**
 * The way in for FHIR: makes a {@link TriageRequest} of a Bundle or of Parameters. It reads and
 * never judges; what it leaves out stays unknown, and a remark says so. One door serves the rules
 * it was made with; thread-safe.
 */
public final class FhirDoor {

  private final Dictionary dictionary;
  private final ElementScope scope;
  private final FhirParser parser;
  private final Clock clock;

  /**
   * @param files the active rules, for the tables of codes and second readings
   * @param elements their dictionary
   * @param findings how values are checked and converted
   * @param scope which elements the protocol of a request uses
   * @param clock today and the zone of the service, in which a day begins and ends
   * @throws org.denba.engine.rules.RuleFileException when a table cannot be used
   */
  public FhirDoor(
      RuleFiles files,
      DataDictionary elements,
      FindingReader findings,
      ElementScope scope,
      FhirParser parser,
      Clock clock) {
    this.dictionary = Dictionary.load(files, elements, findings, clock.getZone());
    this.scope = scope;
    this.parser = parser;
    this.clock = clock;
  }

  /**
   * Reads a request.
   *
   * @param body a Bundle or Parameters, UTF-8
   * @param format JSON or XML
   * @param language the language wanted where the request names none, or null
   * @param choices what goes before that which the request says (its day decides what is history);
   *     identity for nothing
   * @throws UnreadableFhirException when the body is not FHIR R4
   * @throws InvalidRequestException when it was understood but cannot be evaluated; paths are
   *     FHIRPath
   */
  public FhirEncounter read(
      byte[] body, FhirFormat format, String language, UnaryOperator<TriageRequest> choices) {
    FhirParser.Parsed parsed = parser.parse(body, format);
    OperationInput input = OperationInput.of(parsed.resource(), dictionary.zone());
    Notices notices = new Notices();
    parsed
        .unknownElements()
        .forEach(name -> notices.add("unknown-element", null, name, Map.of("name", name)));
    BundleContents contents = new BundleContents(input.bundle(), input.path(), notices);
    People people = People.of(contents, dictionary.elements());
    Person mother = new Person(people.first(), people.second(), contents, notices);
    Person child =
        people.second() == null
            ? null
            : new Person(people.second(), people.first(), contents, new Notices());
    List<RequestError> errors = new ArrayList<>(mother.readings.errors());
    if (child != null) {
      errors.addAll(child.readings.errors());
    }
    if (!errors.isEmpty()) {
      throw new InvalidRequestException(errors);
    }

    Visit visit = mother.visit(input.date());
    Visit childs = child == null ? null : child.visit(input.date());
    LocalDate asked = visit.day() == null && child != null ? childs.day() : visit.day();
    Draft draft = new Draft(input, language, asked, Patient.unknown(), choices);
    LocalDate told = draft.request(Map.of(), List.of()).date();
    LocalDate day = told != null ? told : LocalDate.now(clock);
    mother.finish(day);
    if (child == null) {
      return mother.encounter(draft, told, visit, digest(body));
    }
    child.finish(day);
    boolean childFirst =
        input.protocol() == null ? people.childFirst() : !mother.fits(draft) && child.fits(draft);
    Draft second = draft.withoutProtocol();
    FhirEncounter hers = mother.encounter(childFirst ? second : draft, told, visit, digest(body));
    FhirEncounter its = child.encounter(childFirst ? draft : second, told, childs, digest(body));
    return childFirst ? its.with(hers) : hers.with(its);
  }

  /** One patient of the request with everything that is said about this patient. */
  private final class Person {

    private final Subject subject;
    private final BundleContents contents;
    private final Notices notices;
    private final Readings readings;
    private final GivenReader given;

    Person(Subject subject, Subject other, BundleContents contents, Notices notices) {
      this.subject = subject;
      this.contents = contents;
      this.notices = notices;
      this.readings = new Readings(dictionary, subject, other, notices);
      this.given = new GivenReader(readings);
      read();
    }

    private void read() {
      AnswerReader answers = new AnswerReader(dictionary, readings);
      ObservationReader observations = new ObservationReader(readings, answers);
      contents.observations.forEach(observations::read);
      ConditionReader conditions = new ConditionReader(readings, answers);
      contents.conditions.forEach(conditions::read);
      QuestionnaireReader questionnaires = new QuestionnaireReader(readings, answers);
      contents.questionnaires.forEach(questionnaires::read);
      ImmunizationReader immunizations = new ImmunizationReader(readings, given);
      contents.immunizations.forEach(immunizations::read);
      immunizations.finish();
      MedicineReader medicines = new MedicineReader(readings, given, contents.medications);
      contents.statements.forEach(medicines::statement);
      contents.administrations.forEach(medicines::administration);
      contents.requests.forEach(medicines::request);
    }

    Visit visit(LocalDate asked) {
      List<Located<Encounter>> own =
          contents.encounters.stream()
              .filter(e -> subject.means(e.resource().getSubject()))
              .toList();
      return Visit.of(asked, own, readings.all(), dictionary.zone());
    }

    /** Adds what follows from earlier medicines, which depends on the day. */
    void finish(LocalDate day) {
      given.finish(day);
    }

    boolean fits(Draft draft) {
      return scope.fits(known(draft).request(unambiguous(readings.all()), List.of()));
    }

    private Draft known(Draft draft) {
      return draft.of(PatientReader.read(subject.patient(), notices));
    }

    FhirEncounter encounter(Draft draft, LocalDate told, Visit visit, byte[] fingerprint) {
      Draft known = known(draft);
      ElementScope.Use use = scope.of(known.request(unambiguous(readings.all()), List.of()));
      return FhirDoor.encounter(
          known, choose(readings.all(), told, use, notices), notices, subject, visit, fingerprint);
    }
  }

  /** What can be said before the protocol is known; enough to choose the protocol. */
  private static Map<String, Finding> unambiguous(List<Reading> readings) {
    Map<String, Finding> findings = new LinkedHashMap<>();
    for (Reading reading : readings) {
      if (reading.candidates().size() == 1) {
        findings.putIfAbsent(reading.element().id(), reading.alternatives().get(0));
      }
    }
    return findings;
  }

  private Map<DataElement, Choice.Chosen> choose(
      List<Reading> readings, LocalDate today, ElementScope.Use use, Notices notices) {
    Map<DataElement, List<Reading>> counting =
        new TreeMap<>(Comparator.comparingInt(DataElement::index));
    for (Reading reading : readings) {
      boolean other =
          reading.candidates().size() > 1
              && !use.uses(reading.element())
              && reading.candidates().stream().anyMatch(use::uses);
      if (!other) {
        counting.computeIfAbsent(reading.element(), e -> new ArrayList<>()).add(reading);
      }
    }
    DayFilter days = new DayFilter(today, notices);
    counting.replaceAll(days::count);
    counting.values().removeIf(List::isEmpty);
    Choice choice = new Choice(dictionary.repeats(), use::uses, notices);
    choice.splitRepeats(counting);
    Map<DataElement, Choice.Chosen> chosen = new LinkedHashMap<>();
    counting.forEach((element, several) -> chosen.put(element, choice.choose(element, several)));
    return chosen;
  }

  private static FhirEncounter encounter(
      Draft draft,
      Map<DataElement, Choice.Chosen> chosen,
      Notices notices,
      Subject subject,
      Visit visit,
      byte[] fingerprint) {
    Map<String, Finding> findings = new LinkedHashMap<>();
    Map<String, List<Finding>> contradictions = new LinkedHashMap<>();
    Map<String, Source> sources = new LinkedHashMap<>();
    chosen.forEach(
        (element, c) -> {
          findings.put(element.id(), c.alternatives().get(0));
          sources.put(element.id(), new Source(c.reading().path(), c.reading().source()));
          if (c.alternatives().size() > 1) {
            contradictions.put(element.id(), c.alternatives());
          }
        });
    String patientPath = subject.patient() == null ? null : subject.patient().path();
    String contact = visit.encounter() == null ? null : visit.encounter().reference();
    return new FhirEncounter(
        draft.request(findings, notices.all()),
        contradictions,
        subject.reference(),
        contact,
        sources,
        patientPath,
        fingerprint,
        null);
  }

  /** The request but for its findings. */
  private record Draft(
      OperationInput input,
      String language,
      LocalDate day,
      Patient patient,
      UnaryOperator<TriageRequest> choices) {

    Draft of(Patient known) {
      return new Draft(input, language, day, known, choices);
    }

    /** For the second patient, whose protocol is chosen by what fits. */
    Draft withoutProtocol() {
      return new Draft(input.withoutProtocol(), language, day, patient, choices);
    }

    TriageRequest request(Map<String, Finding> findings, List<Notice> notices) {
      String identifier = input.bundle().getIdentifier().getValue();
      return choices.apply(
          new TriageRequest(
              identifier,
              input.protocol(),
              input.setting() == null ? TriageRequest.FACILITY : input.setting(),
              day,
              input.language() == null ? language : input.language(),
              input.visit(),
              input.earlier(),
              patient,
              input.parameters(),
              findings,
              notices,
              null));
    }
  }

  private static byte[] digest(byte[] body) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(body);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
