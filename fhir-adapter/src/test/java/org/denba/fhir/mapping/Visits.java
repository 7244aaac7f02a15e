package org.denba.fhir.mapping;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.denba.engine.assessment.Finding;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.rules.ClassPathRuleFiles;
import org.denba.engine.rules.RuleFiles;
import org.denba.engine.triage.Notice;
import org.denba.fhir.finding.FindingReader;
import org.denba.fhir.finding.UcumUnits;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Type;

/** Builds bundles for tests, and the door that reads them with the built-in rules. */
public final class Visits {

  public static final String DAY = "2026-11-22";
  public static final ZoneId BAMAKO = ZoneId.of("Africa/Bamako");
  public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), BAMAKO);

  private static final RuleFiles FILES = ClassPathRuleFiles.builtIn();
  private static final DataDictionary DICTIONARY = DataDictionary.load(FILES);
  private static final FhirParser PARSER = new FhirParser();

  private final Bundle bundle = new Bundle().setType(BundleType.COLLECTION);

  /** A visit of a girl of 18 months on {@link #DAY}. */
  public static Visits ofChild() {
    return new Visits().patient("p1", "2025-05-01").encounter(DAY + "T08:00:00Z");
  }

  public static Visits empty() {
    return new Visits();
  }

  public static DataDictionary dictionary() {
    return DICTIONARY;
  }

  /** A door for a protocol that uses only these elements; all of them when none is named. */
  static FhirDoor door(String... used) {
    Set<String> ids = Set.of(used);
    ElementScope scope = request -> (DataElement e) -> used.length == 0 || ids.contains(e.id());
    return new FhirDoor(
        FILES, DICTIONARY, new FindingReader(DICTIONARY, new UcumUnits()), scope, PARSER, CLOCK);
  }

  public Visits patient(String id, String birthDate) {
    Patient patient = new Patient();
    patient.setId(id);
    if (birthDate != null) {
      patient.setBirthDateElement(new DateType(birthDate));
    }
    return with(patient);
  }

  public Visits encounter(String start) {
    Encounter encounter = new Encounter();
    encounter.setStatus(Encounter.EncounterStatus.INPROGRESS);
    encounter.setClass_(
        new Coding("http://terminology.hl7.org/CodeSystem/v3-ActCode", "AMB", null));
    encounter.getPeriod().setStartElement(new DateTimeType(start));
    return with(encounter);
  }

  /** A final Observation of one of our own elements. */
  public Visits says(String element, Type value) {
    return says(element, value, o -> {});
  }

  public Visits says(String element, Type value, Consumer<Observation> more) {
    return coded(FhirSystems.DATA_ELEMENT, element, value, more);
  }

  public Visits coded(String system, String code, Type value, Consumer<Observation> more) {
    Observation observation = new Observation();
    observation.setStatus(ObservationStatus.FINAL);
    observation.setCode(new CodeableConcept(new Coding(system, code, null)));
    observation.setSubject(new Reference("Patient/p1"));
    observation.setValue(value);
    more.accept(observation);
    return with(observation);
  }

  public Visits with(Resource resource) {
    bundle.addEntry().setResource(resource);
    return this;
  }

  public Bundle bundle() {
    return bundle;
  }

  public byte[] json() {
    return json(bundle);
  }

  public static byte[] json(Resource resource) {
    return PARSER
        .context()
        .newJsonParser()
        .encodeResourceToString(resource)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Reads this visit for a protocol that uses these elements. */
  FhirEncounter read(String... used) {
    return door(used).read(json(), FhirFormat.JSON, "en", UnaryOperator.identity());
  }

  /** What the visit says, by data element. */
  static Map<String, Finding> findings(Visits visits) {
    return visits.read().request().findings();
  }

  /** The codes of what was remarked while reading, in order. */
  static List<String> notices(FhirEncounter read) {
    return read.request().notices().stream().map(Notice::code).toList();
  }

  public static Consumer<Observation> at(String dateTime) {
    return o -> o.setEffective(new DateTimeType(dateTime));
  }

  public static Quantity quantity(String value, String ucum) {
    return new Quantity()
        .setValue(new BigDecimal(value))
        .setUnit(ucum)
        .setSystem(FhirSystems.UCUM)
        .setCode(ucum);
  }

  public static CodeableConcept code(String system, String code) {
    return new CodeableConcept(new Coding(system, code, null));
  }
}
