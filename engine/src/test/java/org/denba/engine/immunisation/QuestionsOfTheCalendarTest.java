package org.denba.engine.immunisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.denba.engine.TriageEngine;
import org.denba.engine.assessment.Finding;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.protocol.ProtocolDescription;
import org.denba.engine.rules.ClassPathRuleFiles;
import org.denba.engine.triage.EngineOptions;
import org.denba.engine.triage.Patient;
import org.denba.engine.triage.TriageRequest;
import org.denba.engine.triage.TriageResult;
import org.junit.jupiter.api.Test;

/** Who answers what is asked, in that order, gets a complete answer, whatever was known before. */
class QuestionsOfTheCalendarTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final TriageEngine ENGINE =
      TriageEngine.load(ClassPathRuleFiles.builtIn(), EngineOptions.defaults(() -> DAY));
  private static final int CHILDREN = 300;

  /** What the calendar looks at: a danger sign beside it would refer the child. */
  private static final Set<String> USED =
      ENGINE.protocol("immunisation", "en").orElseThrow().dataElements().stream()
          .map(ProtocolDescription.ElementDescription::id)
          .collect(Collectors.toSet());

  @Test
  void askingInThisOrderEndsComplete() {
    Random random = new Random(7);
    for (int child = 0; child < CHILDREN; child++) {
      Map<String, Finding> truth = truth(random);
      Map<String, Finding> told = new LinkedHashMap<>();
      truth.forEach(
          (id, finding) -> {
            if (random.nextInt(3) == 0) {
              told.put(id, finding);
            }
          });
      ask(truth, told);
    }
  }

  private static void ask(Map<String, Finding> truth, Map<String, Finding> told) {
    for (int step = 0; step <= truth.size(); step++) {
      TriageResult answer = answer(told);
      assertThat(answer.stillToAssess().isEmpty()).isEqualTo(answer.complete());
      if (answer.complete()) {
        assertThat(answer.decided()).isTrue();
        // each vaccine of the calendar has its say: none is left out as if it did not matter
        assertThat(
                answer.classifications().stream()
                    .map(TriageResult.Classification::chart)
                    .filter(chart -> !chart.startsWith("vitamin")))
            .hasSize(11)
            .doesNotHaveDuplicates();
        return;
      }
      String next = answer.stillToAssess().get(0).dataElement();
      assertThat(truth).as(next).containsKey(next);
      assertThat(told.put(next, truth.get(next))).as("asked again: %s", next).isNull();
    }
    throw new AssertionError("the questions do not end: " + told);
  }

  private static TriageResult answer(Map<String, Finding> told) {
    Map<String, Object> parameters =
        Map.of("epi.r21-districts", "Kita|bla", "epi.hepb-birth-dose", true);
    return ENGINE.triage(
        new TriageRequest(
            null,
            "immunisation",
            "health-facility",
            DAY,
            "en",
            "initial",
            List.of(),
            Patient.unknown(),
            parameters,
            told,
            List.of(),
            null));
  }

  /** Everything about one child: it answers every question that the protocol can ask. */
  private static Map<String, Finding> truth(Random random) {
    int age = random.nextInt(1700);
    Map<String, Finding> truth = new LinkedHashMap<>();
    for (DataElement element : ENGINE.dictionary().elements()) {
      if (element.derived() || !USED.contains(element.id())) {
        continue;
      }
      switch (element.type()) {
        case BOOLEAN -> truth.put(element.id(), new Finding.Answer(random.nextInt(5) == 0));
        case CODED ->
            truth.put(
                element.id(),
                new Finding.Code(
                    element.codes().isEmpty()
                        ? "kita"
                        : element.codes().get(random.nextInt(element.codes().size()))));
        case DATE -> truth.put(element.id(), new Finding.Day(DAY.minusDays(random.nextInt(400))));
        default -> {
          // below, where it matters
        }
      }
    }
    truth.put("age-days", Finding.Quantity.of(age));
    truth.put(
        "age-months", Finding.Quantity.of(ChronoUnit.MONTHS.between(DAY.minusDays(age), DAY)));
    truth.put("sex", new Finding.Code("female"));
    truth.put("card-seen", new Finding.Code(random.nextBoolean() ? "yes" : "lost"));
    List<Map<String, String>> doses = new ArrayList<>();
    for (String antigen : List.of("BCG", "OPV", "PENTA", "PENTA", "MR", "YF", "R21")) {
      if (random.nextInt(3) > 0) {
        doses.add(
            Map.of(
                "antigen",
                antigen,
                "date",
                DAY.minusDays(random.nextInt(age + 1)).toString(),
                "source",
                "card"));
      }
    }
    truth.put("vaccine-doses", new Finding.Entries(doses));
    return truth;
  }
}
