package org.denba.fhir.mapping;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationAdministration.MedicationAdministrationStatus;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestIntent;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestStatus;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.MedicationStatement.MedicationStatementStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;

/**
 * Reads medicines that were taken, given or ordered before this contact. What was stopped, planned
 * or only proposed (our own answers too) tells nothing.
 */
final class MedicineReader {

  private static final Set<MedicationStatementStatus> TAKEN =
      EnumSet.of(MedicationStatementStatus.ACTIVE, MedicationStatementStatus.COMPLETED);
  private static final Set<MedicationAdministrationStatus> GIVEN =
      EnumSet.of(
          MedicationAdministrationStatus.COMPLETED, MedicationAdministrationStatus.INPROGRESS);
  private static final Set<MedicationRequestStatus> ORDERED =
      EnumSet.of(MedicationRequestStatus.ACTIVE, MedicationRequestStatus.COMPLETED);
  private static final Set<MedicationRequestIntent> ORDERS =
      EnumSet.of(
          MedicationRequestIntent.ORDER,
          MedicationRequestIntent.ORIGINALORDER,
          MedicationRequestIntent.REFLEXORDER,
          MedicationRequestIntent.FILLERORDER,
          MedicationRequestIntent.INSTANCEORDER);

  private final Readings readings;
  private final GivenReader given;
  private final Map<String, CodeableConcept> medications = new HashMap<>();

  /**
   * @param medications the Medication resources that the others may refer to
   */
  MedicineReader(Readings readings, GivenReader given, List<Located<Medication>> medications) {
    this.readings = readings;
    this.given = given;
    for (Located<Medication> medication : medications) {
      String id = medication.resource().getIdElement().getIdPart();
      if (medication.fullUrl() != null) {
        this.medications.put(medication.fullUrl(), medication.resource().getCode());
      }
      if (id != null) {
        this.medications.put("Medication/" + id, medication.resource().getCode());
      }
    }
  }

  void statement(Located<MedicationStatement> located) {
    MedicationStatement statement = located.resource();
    String status = statement.hasStatus() ? statement.getStatus().toCode() : "";
    boolean active = statement.getStatus() == MedicationStatementStatus.ACTIVE;
    if (counts(located, TAKEN.contains(statement.getStatus()), status, statement.getSubject())) {
      add("statement", statement.getMedication(), statement.getEffective(), active, located);
    }
  }

  void administration(Located<MedicationAdministration> located) {
    MedicationAdministration administration = located.resource();
    String status = administration.hasStatus() ? administration.getStatus().toCode() : "";
    boolean now = administration.getStatus() == MedicationAdministrationStatus.INPROGRESS;
    if (counts(
        located, GIVEN.contains(administration.getStatus()), status, administration.getSubject())) {
      add(
          "administration",
          administration.getMedication(),
          administration.getEffective(),
          now,
          located);
    }
  }

  void request(Located<MedicationRequest> located) {
    MedicationRequest request = located.resource();
    boolean ordered =
        ORDERED.contains(request.getStatus())
            && ORDERS.contains(request.getIntent())
            && !request.getDoNotPerform();
    String status = request.hasStatus() ? request.getStatus().toCode() : "";
    boolean active = request.getStatus() == MedicationRequestStatus.ACTIVE;
    if (counts(located, ordered, status, request.getSubject())) {
      add("request", request.getMedication(), request.getAuthoredOnElement(), active, located);
    }
  }

  private boolean counts(Located<?> located, boolean counts, String status, Reference subject) {
    if (!readings.aboutPatient(subject, located.path())) {
      return false;
    }
    if (!counts) {
      readings
          .notices()
          .add("status-ignored", located.path(), located.path(), Map.of("status", status));
    } else if (located.resource() instanceof org.hl7.fhir.r4.model.DomainResource domain
        && domain.hasModifierExtension()) {
      readings.notices().add("modifier-extension", located.path(), located.path(), Map.of());
      return false;
    }
    return counts;
  }

  private void add(
      String from, Type medication, Type effective, boolean ongoing, Located<?> located) {
    CodeableConcept code = code(medication);
    Optional<String> medicine = readings.dictionary().given().medicine(code);
    if (medicine.isEmpty()) {
      readings.unknownCode(code, located.path() + ".medication");
      return;
    }
    Moment start = Moment.of(effective, readings.dictionary().zone());
    Moment end = start;
    if (effective instanceof Period period) {
      end =
          period.hasEnd()
              ? Moment.of(period.getEndElement(), readings.dictionary().zone())
              : Moment.UNTOLD;
      start = period.hasStart() ? start : Moment.UNTOLD;
    } else if (ongoing) {
      // A single date beside "active" is the day of the start or of the question: it goes on.
      end = Moment.UNTOLD;
    }
    if (!start.told() && !end.told() && !ongoing || !start.precise() || !end.precise()) {
      readings.notices().add("medicine-not-dated", located.path(), located.path(), Map.of());
      if (!ongoing) {
        return;
      }
    }
    Moment last = end.told() && end.precise() ? end : start;
    given.add(
        medicine.get(),
        new GivenReader.Given(
            from,
            start.precise() ? start.day() : null,
            ongoing && !end.told() ? null : last.precise() ? last.day() : null,
            ongoing,
            new Readings.Said(located.path(), located.reference(), Moment.UNTOLD)));
  }

  private CodeableConcept code(Type medication) {
    if (medication instanceof CodeableConcept concept) {
      return concept;
    }
    if (medication instanceof Reference reference && reference.hasReference()) {
      return medications.getOrDefault(reference.getReference(), new CodeableConcept());
    }
    return new CodeableConcept();
  }
}
