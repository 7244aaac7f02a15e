package org.denba.fhir.mapping;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.denba.engine.assessment.Interval;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.dictionary.DataElement;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.PatientLinkComponent;
import org.hl7.fhir.r4.model.RelatedPerson;

/**
 * Whom a request is about: one patient as a rule; a mother and her child where both were observed
 * or seen.
 *
 * @param first the patient, or the mother
 * @param second her child, or null
 * @param childFirst the child alone has an Encounter: the visit is the child's
 */
record People(Subject first, Subject second, boolean childFirst) {

  private static final String WOMAN = "age-years";
  private static final String ROLE = "http://terminology.hl7.org/CodeSystem/v3-RoleCode";
  private static final Set<String> MOTHER = Set.of("MTH", "NMTH", "NMTHF", "GESTM");
  private static final Set<String> CHILD =
      Set.of("CHILD", "NCHILD", "DAU", "NDAU", "DAUC", "SON", "NSON", "SONC", "NBOR");

  /**
   * @param contents the resources of the request
   * @param dictionary tells from which age on a girl can be a mother
   * @throws org.denba.engine.triage.InvalidRequestException when it is not clear whom it is about
   */
  static People of(BundleContents contents, DataDictionary dictionary) {
    Map<String, Located<Patient>> distinct = new LinkedHashMap<>();
    contents.patients.forEach(
        p -> distinct.putIfAbsent(p.reference() == null ? p.path() : p.reference(), p));
    List<Located<Patient>> patients = List.copyOf(distinct.values());
    Set<String> spokenOf = new LinkedHashSet<>(contents.subjects());
    spokenOf.addAll(contents.seen());
    if (patients.size() != 2
        || patients.stream().anyMatch(p -> Subject.names(p).stream().noneMatch(spokenOf::contains))
        || contents.isUntold()) {
      return new People(Subject.choose(contents.patients, contents.subjects()), null, false);
    }
    Located<Patient> mother =
        mother(patients, contents.relatives, dictionary)
            .orElseThrow(
                () -> Subject.ambiguous("there are 2 patients and none is known as the mother"));
    Located<Patient> child = patients.get(mother == patients.get(0) ? 1 : 0);
    boolean childSeen = isAmong(contents.seen(), child) && !isAmong(contents.seen(), mother);
    return new People(Subject.of(mother), Subject.of(child), childSeen);
  }

  private static boolean isAmong(Set<String> seen, Located<Patient> patient) {
    return Subject.names(patient).stream().anyMatch(seen::contains);
  }

  private static Optional<Located<Patient>> mother(
      List<Located<Patient>> patients,
      List<Located<RelatedPerson>> relatives,
      DataDictionary dictionary) {
    Set<Located<Patient>> named = new LinkedHashSet<>();
    for (Located<RelatedPerson> relative : relatives) {
      for (int i = 0; i < patients.size(); i++) {
        Located<Patient> one = patients.get(i);
        Located<Patient> other = patients.get(1 - i);
        boolean ofOne = Subject.of(one).names().contains(told(relative.resource()));
        if (ofOne && isLinked(relative, one, other)) {
          if (has(relative.resource(), MOTHER)) {
            named.add(other);
          } else if (has(relative.resource(), CHILD)) {
            named.add(one);
          }
        }
      }
    }
    if (named.size() == 1) {
      return named.stream().findFirst();
    }
    return named.isEmpty() ? olderWoman(patients, dictionary) : Optional.empty();
  }

  private static String told(RelatedPerson relative) {
    return Subject.told(relative.getPatient());
  }

  /** Whether the relative of one can be the other: a link says so, or no link says anything. */
  private static boolean isLinked(
      Located<RelatedPerson> relative, Located<Patient> one, Located<Patient> other) {
    List<String> linked = new ArrayList<>();
    for (PatientLinkComponent link : other.resource().getLink()) {
      linked.add(link.getOther().getReference());
    }
    linked.removeIf(l -> l == null || l.contains("Patient/"));
    String id = relative.resource().getIdElement().getIdPart();
    return linked.isEmpty()
        || linked.contains(relative.fullUrl())
        || id != null && linked.contains("RelatedPerson/" + id);
  }

  private static boolean has(RelatedPerson relative, Set<String> codes) {
    return relative.getRelationship().stream()
        .flatMap(r -> r.getCoding().stream())
        .filter(c -> !c.hasSystem() || c.getSystem().equals(ROLE))
        .anyMatch(c -> codes.contains(c.getCode()));
  }

  /** The one that was old enough for a mother, by the dictionary, when the other one was born. */
  private static Optional<Located<Patient>> olderWoman(
      List<Located<Patient>> patients, DataDictionary dictionary) {
    Optional<Integer> years =
        dictionary
            .element(WOMAN)
            .flatMap(DataElement::allowed)
            .map(Interval::low)
            .map(Double::intValue);
    for (int i = 0; i < 2 && years.isPresent(); i++) {
      Patient woman = patients.get(i).resource();
      BirthDays hers = BirthDays.of(woman.getBirthDateElement());
      BirthDays childs = BirthDays.of(patients.get(1 - i).resource().getBirthDateElement());
      if (hers != null
          && childs != null
          && woman.getGender() != AdministrativeGender.MALE
          && !hers.latest().plusYears(years.get()).isAfter(childs.earliest())) {
        return Optional.of(patients.get(i));
      }
    }
    return Optional.empty();
  }

  /** Days on which somebody can have been born. */
  record BirthDays(LocalDate earliest, LocalDate latest) {

    /** Null where no year is told. */
    static BirthDays of(org.hl7.fhir.r4.model.DateType birth) {
      if (!birth.hasValue()) {
        return null;
      }
      return switch (birth.getPrecision()) {
        case YEAR ->
            new BirthDays(
                LocalDate.of(birth.getYear(), 1, 1), LocalDate.of(birth.getYear(), 12, 31));
        case MONTH -> {
          LocalDate first = LocalDate.of(birth.getYear(), birth.getMonth() + 1, 1);
          yield new BirthDays(first, first.plusMonths(1).minusDays(1));
        }
        default -> {
          LocalDate day = LocalDate.of(birth.getYear(), birth.getMonth() + 1, birth.getDay());
          yield new BirthDays(day, day);
        }
      };
    }
  }
}
