package org.denba.fhir.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.denba.engine.assessment.Finding;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.dictionary.ElementType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.Immunization.ImmunizationStatus;

/**
 * Reads the doses that were given into the list element that has an antigen, a date and a source. A
 * dose without an exact day is left out: an interval that is counted from a guessed day could make
 * the next dose too early.
 */
final class ImmunizationReader {

  private static final List<String> FIELDS = List.of("antigen", "date", "source");

  private final Readings readings;
  private final List<Map<String, String>> doses = new ArrayList<>();
  private String path;

  ImmunizationReader(Readings readings) {
    this.readings = readings;
  }

  void read(Located<Immunization> located) {
    Immunization dose = located.resource();
    if (dose.getStatus() != ImmunizationStatus.COMPLETED) {
      String status = dose.hasStatus() ? dose.getStatus().toCode() : "";
      readings
          .notices()
          .add("status-ignored", located.path(), located.path(), Map.of("status", status));
      return;
    }
    if (!readings.aboutPatient(dose.getPatient(), located.path())) {
      return;
    }
    Moment given = Moment.of(dose.getOccurrence(), readings.dictionary().zone());
    String antigen = antigen(dose.getVaccineCode());
    if (!given.told() || !given.precise() || antigen.isEmpty()) {
      readings.notices().add("dose-not-dated", located.path(), located.path(), Map.of());
      return;
    }
    path = path == null ? located.path() : path;
    Map<String, String> entry = new LinkedHashMap<>();
    entry.put("antigen", antigen);
    entry.put("date", given.day().toString());
    if (dose.hasPrimarySource()) {
      entry.put("source", source(dose));
    }
    doses.add(entry);
  }

  /**
   * Hands over the list, when any dose was read; its order does not depend on the order of the
   * entries.
   */
  void finish() {
    if (doses.isEmpty()) {
      return;
    }
    Optional<DataElement> list =
        readings.dictionary().elements().elements().stream()
            .filter(e -> e.type() == ElementType.LIST && e.codes().equals(FIELDS))
            .findFirst();
    if (list.isPresent()) {
      doses.sort(
          (a, b) -> (a.get("date") + a.get("antigen")).compareTo(b.get("date") + b.get("antigen")));
      readings.add(
          list.get(),
          List.of(list.get()),
          List.of(new Finding.Entries(doses)),
          new Readings.Said(path, null, Moment.UNTOLD),
          false);
    }
  }

  private static String source(Immunization dose) {
    if (dose.getPrimarySource()) {
      return "register";
    }
    boolean record =
        dose.getReportOrigin().getCoding().stream().anyMatch(c -> "record".equals(c.getCode()));
    return record ? "card" : "recall";
  }

  private static String antigen(CodeableConcept vaccine) {
    return vaccine.getCoding().stream()
        .filter(c -> c.hasCode())
        .map(c -> c.getCode())
        .findFirst()
        .orElseGet(() -> vaccine.hasText() ? vaccine.getText() : "");
  }
}
