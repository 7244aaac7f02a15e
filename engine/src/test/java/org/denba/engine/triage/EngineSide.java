package org.denba.engine.triage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.denba.engine.assessment.Assessment;
import org.denba.engine.assessment.Contact;
import org.denba.engine.assessment.Finding;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.growth.GrowthStandards;
import org.denba.engine.immunisation.VaccineSchedule;
import org.denba.engine.protocol.Measurements;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.protocol.Row;
import org.denba.engine.protocol.Urgency;
import org.denba.engine.rules.RuleFiles;
import org.denba.engine.second.Computed;
import org.denba.engine.second.PlainAnswer;

/** The engine's own answer by one protocol, without words, for comparison with a second reading. */
public final class EngineSide {

  private final RuleSet rules;
  private final LoadedProtocol loaded;
  private final Intake intake;

  /**
   * @param protocol the protocol by whose rules every patient is read
   */
  public EngineSide(RuleSet rules, RuleFiles files, String protocol) {
    this.rules = rules;
    this.loaded = rules.shipped(protocol);
    this.intake =
        new Intake(
            rules.dictionary(), new ZScores(rules.dictionary(), GrowthStandards.load(files)));
  }

  /**
   * What the engine says, and what it computed before any rule was read.
   *
   * @param answer what the charts say
   * @param computed what stands in dates, measurements and the calendar, by element
   * @param told the findings, those from the record of the patient among them
   */
  public record Seen(
      PlainAnswer answer, Map<String, Computed> computed, Map<String, Finding> told) {}

  /** Empty for a patient who cannot be evaluated or is outside the protocol's ages. */
  public Optional<Seen> see(TriageRequest request) {
    Protocol protocol = loaded.protocol();
    Optional<PatientAge> age =
        PatientAge.read(
            request.patient(), request.findings(), request.date(), "", new ArrayList<>());
    var band = protocol.file().ageMonths();
    if (age.isPresent()
        && band.isPresent()
        && (age.get().months().high() < band.get().from()
            || age.get().months().low() >= band.get().below())) {
      return Optional.empty();
    }
    Optional<PatientAge> covered =
        band.isPresent() ? Optional.of(PatientAge.within(age, band.get(), request.date())) : age;
    Map<String, Object> parameters = new HashMap<>();
    request
        .parameters()
        .forEach(
            (id, value) ->
                protocol
                    .parameter(id)
                    .flatMap(parameter -> parameter.read(value))
                    .ifPresent(read -> parameters.put(id, read)));
    Outcome outcome =
        Outcome.of(
            intake.read(
                protocol,
                request.findings(),
                request.patient(),
                covered,
                request.patient().sex(),
                request.date(),
                request.contact(),
                loaded.parametersFor(request.setting(), parameters)));
    return Optional.of(new Seen(answer(outcome), computed(outcome.encounter()), told(request)));
  }

  private static PlainAnswer answer(Outcome outcome) {
    Set<String> proved = new TreeSet<>();
    for (Outcome.Proved row : outcome.proved()) {
      proved.add(
          words(row.row(), row.urgency())
              + (row.provisional() ? " provisional" : "")
              + (row.held() ? " held" : ""));
    }
    Set<String> open = new TreeSet<>();
    Stream.concat(outcome.open().stream(), outcome.openGreen().stream())
        .forEach(row -> open.add(words(row.row(), row.urgency())));
    return new PlainAnswer(
        proved,
        open,
        outcome.urgency().code(),
        outcome.couldBe().code(),
        outcome.urgency() == outcome.couldBe(),
        outcome.complete());
  }

  private static String words(Row row, Urgency urgency) {
    return row.id() + " " + urgency.code();
  }

  private static Map<String, Finding> told(TriageRequest request) {
    Map<String, Finding> told = new HashMap<>(request.findings());
    // read into the age and the sex, which are computed
    List.of("age-months", "age-days", "sex").forEach(told::remove);
    Patient patient = request.patient();
    if (patient.pregnant() != null) {
      told.putIfAbsent("pregnant", new Finding.Answer(patient.pregnant()));
    }
    record(told, "lmp-date", patient.lmp());
    record(told, "delivery-date", patient.deliveryDate());
    return told;
  }

  private static void record(Map<String, Finding> told, String id, LocalDate date) {
    if (date != null) {
      told.putIfAbsent(id, new Finding.Day(date));
    }
  }

  private Map<String, Computed> computed(Encounter encounter) {
    Map<String, Computed> computed = new HashMap<>();
    Measurements measured = encounter.protocol().measurements();
    Set<Integer> slots = new HashSet<>();
    Stream.of("age-months", "age-days", "age-years")
        .forEach(id -> slots.add(rules.dictionary().element(id).orElseThrow().index()));
    measured.zScores().forEach(score -> slots.add(score.slot()));
    measured.daysSince().forEach(days -> slots.add(days.slot()));
    measured.hoursSince().forEach(hours -> slots.add(hours.slot()));
    measured.gestation().ifPresent(gestation -> slots.add(gestation.slot()));
    Assessment assessment = encounter.assessment();
    for (int slot : slots) {
      if (assessment.isKnown(slot)) {
        computed.put(
            element(slot).id(), new Computed.Number(assessment.low(slot), assessment.high(slot)));
      }
    }
    if (encounter.sex() != null) {
      computed.put(
          "sex", new Computed.Code(encounter.sex().name().toLowerCase(java.util.Locale.ROOT)));
    }
    measured.vaccines().ifPresent(schedule -> vaccines(schedule, assessment, computed));
    return computed;
  }

  private void vaccines(
      VaccineSchedule schedule, Assessment assessment, Map<String, Computed> computed) {
    schedule
        .vaccines()
        .forEach(
            vaccine -> {
              for (DataElement element : List.of(vaccine.next(), vaccine.status())) {
                if (assessment.possibleCodes(element.index()) != 0) {
                  computed.put(
                      element.id(),
                      new Computed.Codes(
                          codes(element, assessment.certainCodes(element.index())),
                          codes(element, assessment.possibleCodes(element.index()))));
                }
              }
              int comeBack = vaccine.comeBack().index();
              if (assessment.isKnown(comeBack)) {
                computed.put(
                    element(comeBack).id(),
                    new Computed.Number(assessment.low(comeBack), assessment.high(comeBack)));
              }
            });
  }

  private static Set<String> codes(DataElement element, int mask) {
    Set<String> codes = new HashSet<>();
    IntStream.range(0, element.codes().size())
        .filter(i -> (mask & 1 << i) != 0)
        .forEach(i -> codes.add(element.codes().get(i)));
    return codes;
  }

  private DataElement element(int slot) {
    return rules.dictionary().elements().get(slot);
  }

  /** Where and at what kind of visit the patient of a request is seen. */
  public static Contact contact(TriageRequest request) {
    return request.contact();
  }
}
