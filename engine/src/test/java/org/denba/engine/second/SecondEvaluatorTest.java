package org.denba.engine.second;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.Spliterators;
import org.denba.engine.TriageEngine;
import org.denba.engine.impact.CohortLine;
import org.denba.engine.impact.SyntheticCohort;
import org.denba.engine.triage.EngineOptions;
import org.denba.engine.triage.TriageRequest;
import org.denba.engine.verification.CaseFiles;
import org.denba.engine.verification.ClinicalCase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SecondEvaluatorTest {

  private static final TriageEngine ENGINE =
      TriageEngine.load(BothSides.FILES, EngineOptions.defaults(() -> BothSides.DAY));

  @ParameterizedTest
  @MethodSource("org.denba.engine.second.BothSides#protocols")
  void everyCaseGetsTheSameAnswer(BothSides both) {
    Stream<TriageRequest> cases =
        CaseFiles.read(ENGINE, BothSides.FILES, both.protocol().id(), BothSides.DAY).stream()
            .map(ClinicalCase::request);

    assertThat(both.disagreements(cases)).isEmpty();
    System.out.println(both + " " + both.compared());
  }

  @ParameterizedTest
  @MethodSource("org.denba.engine.second.BothSides#protocols")
  void everyPatientOfTheCohortGetsTheSameAnswer(BothSides both) {
    SyntheticCohort cohort =
        SyntheticCohort.read(
            BothSides.FILES, BothSides.RULES.dictionary(), Set.of(both.protocol().id()));
    Stream<TriageRequest> patients =
        StreamSupport.stream(
                Spliterators.spliterator(
                    cohort.patients(2000, 20261129L, BothSides.DAY, "en"), 2000, 0),
                false)
            .map(line -> ((CohortLine.Patient) line).request());

    assertThat(both.disagreements(patients)).isEmpty();
    System.out.println(both + " " + both.compared());
  }
}
