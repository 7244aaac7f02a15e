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
 * the next dose too early. A vaccine from which other findings follow goes to the {@link
 * GivenReader} instead.
 */
final class ImmunizationReader {

  private static final String ANTIGEN = "antigen";
  private static final String DATE = "date";
  private static final String SOURCE = "source";
  private static final String REGISTER = "register";
  private static final List<String> FIELDS = List.of(ANTIGEN, DATE, SOURCE);

  private final Readings readings;
  private final GivenReader given;
  private final List<Map<String, String>> doses = new ArrayList<>();
  private String path;

  ImmunizationReader(Readings readings, GivenReader given) {
    this.readings = readings;
    this.given = given;
  }

  void read(Located<Immunization> located) {
    Immunization dose = located.resource();
    String place = located.path();
    if (!readings.aboutPatient(dose.getPatient(), place)) {
      return;
    }
    Optional<List<String>> known = readings.dictionary().given().antigens(dose.getVaccineCode());
    boolean none = known.isPresent() && known.get().isEmpty();
    if (dose.getStatus() == ImmunizationStatus.ENTEREDINERROR
        || dose.getStatus() != ImmunizationStatus.COMPLETED && !none) {
      ignored(place, dose.hasStatus() ? dose.getStatus().toCode() : "");
    } else if (dose.hasModifierExtension()) {
      readings.notices().add("modifier-extension", place, place, Map.of());
    } else if (dose.getIsSubpotent()) {
      ignored(place, "subpotent");
    } else if (none) {
      none(dose, place);
    } else {
      List<String> antigens = known.orElseGet(() -> told(dose.getVaccineCode()));
      antigens.forEach(antigen -> add(antigen, dose, located));
      if (antigens.isEmpty()) {
        readings.unknownCode(dose.getVaccineCode(), place + ".vaccineCode");
      }
    }
  }

  private void ignored(String place, String status) {
    readings.notices().add("status-ignored", place, place, Map.of("status", status));
  }

  /** It is known that no vaccine was given; who looked into a register says so. */
  private void none(Immunization dose, String place) {
    path = path == null ? place : path;
    readings
        .dictionary()
        .given()
        .source(dose)
        .filter(REGISTER::equals)
        .ifPresent(source -> doses.add(Map.of(SOURCE, source)));
  }

  private void add(String antigen, Immunization dose, Located<Immunization> located) {
    Moment moment = Moment.of(dose.getOccurrence(), readings.dictionary().zone());
    if (!moment.told() || !moment.precise()) {
      readings.notices().add("dose-not-dated", located.path(), located.path(), Map.of());
      return;
    }
    if (!readings.dictionary().given().history(antigen).isEmpty()) {
      Readings.Said said = new Readings.Said(located.path(), located.reference(), Moment.UNTOLD);
      given.add(
          antigen, new GivenReader.Given("immunization", moment.day(), moment.day(), false, said));
      return;
    }
    path = path == null ? located.path() : path;
    Map<String, String> entry = new LinkedHashMap<>();
    entry.put(ANTIGEN, antigen);
    entry.put(DATE, moment.day().toString());
    readings.dictionary().given().source(dose).ifPresent(source -> entry.put(SOURCE, source));
    doses.add(entry);
  }

  /**
   * Hands over the list, when any dose was read; its order does not depend on the order of the
   * entries.
   */
  void finish() {
    if (path == null) {
      return;
    }
    Optional<DataElement> list =
        readings.dictionary().elements().elements().stream()
            .filter(e -> e.type() == ElementType.LIST && e.codes().equals(FIELDS))
            .findFirst();
    if (list.isPresent()) {
      doses.sort((a, b) -> order(a).compareTo(order(b)));
      readings.add(
          list.get(),
          List.of(list.get()),
          List.of(new Finding.Entries(doses)),
          new Readings.Said(path, null, Moment.UNTOLD),
          Weight.TOLD);
    }
  }

  private static String order(Map<String, String> dose) {
    return dose.getOrDefault(DATE, "")
        + dose.getOrDefault(ANTIGEN, "")
        + dose.getOrDefault(SOURCE, "");
  }

  /** A code that the table does not have is handed over: the rules say that they do not know it. */
  private static List<String> told(CodeableConcept vaccine) {
    return vaccine.getCoding().stream()
        .filter(c -> c.hasCode())
        .map(c -> c.getCode())
        .findFirst()
        .or(() -> Optional.ofNullable(vaccine.getText()))
        .map(List::of)
        .orElse(List.of());
  }
}
