package org.denba.engine.properties;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.denba.engine.assessment.Finding;
import org.denba.engine.protocol.Colour;
import org.denba.engine.protocol.ProtocolDescription;
import org.denba.engine.protocol.Urgency;
import org.denba.engine.triage.TriageResult;
import org.denba.engine.triage.TriageResult.Classification;
import org.denba.engine.triage.TriageResult.Status;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every protocol, on patients drawn at random from the dictionary. */
class EveryProtocolTest {

  private static final int PATIENTS = Integer.getInteger("denba.patients", 120);
  private static final long SEED = 20261122;
  private static final int MOST_QUESTIONS = 120;

  static Stream<ProtocolDescription> protocols() {
    return BuiltIn.ENGINE.protocols("en").stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("protocols")
  void askingInOrderAlwaysEndsDecidedAndComplete(ProtocolDescription protocol) {
    Random random = new Random(SEED);
    for (int i = 0; i < PATIENTS; i++) {
      HiddenPatient patient = new HiddenPatient(protocol, random, 0.05 + 0.3 * random.nextDouble());
      Map<String, Finding> told = patient.some(random.nextDouble() * 0.7);
      List<String> asked = new ArrayList<>();
      TriageResult answer = BuiltIn.ENGINE.triage(patient.request(told));
      while (!answer.complete() && asked.size() < MOST_QUESTIONS) {
        assertThat(answer.stillToAssess()).as("%s %s", told, patient).isNotEmpty();
        String question = answer.stillToAssess().get(0).dataElement();
        assertThat(asked).as("asked again: %s of %s", question, patient).doesNotContain(question);
        asked.add(question);
        told.put(question, patient.truth(question));
        answer = BuiltIn.ENGINE.triage(patient.request(told));
      }
      assertThat(answer.complete()).as("%s %s", asked, patient).isTrue();
      assertThat(answer.decided()).isTrue();
      assertThat(answer.stillToAssess()).isEmpty();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("protocols")
  void aKnownFactNeverUnprovesAPink(ProtocolDescription protocol) {
    Random random = new Random(SEED + 1);
    for (int i = 0; i < PATIENTS; i++) {
      HiddenPatient patient = new HiddenPatient(protocol, random, 0.3);
      Map<String, Finding> told = patient.some(0.4);
      Set<String> pink = pink(BuiltIn.ENGINE.triage(patient.request(told)));
      Map<String, Finding> more = new LinkedHashMap<>(patient.some(0.5));
      more.putAll(told);
      TriageResult answer = BuiltIn.ENGINE.triage(patient.request(more));
      if (!pink.isEmpty()) {
        assertThat(answer.urgency())
            .as("%s then %s", told, more)
            .isGreaterThanOrEqualTo(Urgency.REFER_NONURGENT);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("protocols")
  void whatIsProvedWasPossible(ProtocolDescription protocol) {
    Random random = new Random(SEED + 2);
    for (int i = 0; i < PATIENTS; i++) {
      HiddenPatient patient = new HiddenPatient(protocol, random, 0.3);
      Map<String, Finding> told = patient.some(0.4);
      TriageResult before = BuiltIn.ENGINE.triage(patient.request(told));
      Map<String, Finding> more = new LinkedHashMap<>(told);
      before
          .stillToAssess()
          .forEach(
              question -> more.put(question.dataElement(), patient.truth(question.dataElement())));
      TriageResult after = BuiltIn.ENGINE.triage(patient.request(more));
      assertThat(after.urgency())
          .as("%s then %s", told, more)
          .isLessThanOrEqualTo(before.couldBe());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("protocols")
  void everyProvedRowSaysWhyAndEveryQuestionWhatItCouldChange(ProtocolDescription protocol) {
    Random random = new Random(SEED + 3);
    for (int i = 0; i < PATIENTS; i++) {
      HiddenPatient patient = new HiddenPatient(protocol, random, 0.1);
      Map<String, Finding> told = patient.some(0.2 + 0.8 * random.nextDouble());
      TriageResult answer = BuiltIn.ENGINE.triage(patient.request(told));
      assertThat(answer.classifications())
          .as("%s", told)
          .noneMatch(row -> row.status() == Status.PROVED && row.because().isEmpty());
      assertThat(answer.stillToAssess())
          .as("%s", told)
          .noneMatch(question -> question.couldChange().isEmpty());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("protocols")
  void nothingKnownIsNeverGreen(ProtocolDescription protocol) {
    HiddenPatient patient = new HiddenPatient(protocol, new Random(SEED), 0.3);
    TriageResult answer = BuiltIn.ENGINE.triage(patient.request(Map.of()));
    assertThat(answer.urgency()).isNotEqualTo(Urgency.HOME_CARE);
    assertThat(answer.decided()).isFalse();
    assertThat(answer.complete()).isFalse();
    assertThat(answer.classifications()).isNotEmpty();
  }

  private static Set<String> pink(TriageResult result) {
    return result.classifications().stream()
        .filter(row -> row.status() == Status.PROVED && row.colour() == Colour.PINK)
        .filter(row -> row.urgency() == Urgency.REFER_URGENT)
        .map(Classification::rule)
        .collect(Collectors.toSet());
  }
}
