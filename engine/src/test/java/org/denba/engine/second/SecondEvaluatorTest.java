package org.denba.engine.second;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.denba.engine.TriageEngine;
import org.denba.engine.impact.CohortLine;
import org.denba.engine.impact.SyntheticCohort;
import org.denba.engine.protocol.Alternative;
import org.denba.engine.triage.EngineOptions;
import org.denba.engine.triage.TriageRequest;
import org.denba.engine.verification.CaseFiles;
import org.denba.engine.verification.ClinicalCase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A plain reading of the same files gives the engine's answers: the same rows proved and open, the
 * same urgency, the same decided. Of every chart all combinations of what is below it are compared
 * where there are few enough ({@code -Ddenba.second.most=1000000} for more), else so many that any
 * two things are said together; of every line all combinations of what it reads itself.
 */
class SecondEvaluatorTest {

  private static final String PROTOCOLS = "org.denba.engine.second.BothSides#protocols";
  private static final long MOST = Long.getLong("denba.second.most", 8_000);
  private static final int PATIENTS = Integer.getInteger("denba.second.patients", 1_000);
  private static final long SEED = 20_261_129;
  private static final TriageEngine ENGINE =
      TriageEngine.load(BothSides.FILES, EngineOptions.defaults(() -> BothSides.DAY));

  private static final AtomicLong WHOLE_CHARTS = new AtomicLong();
  private static final AtomicLong CHARTS = new AtomicLong();
  private static final AtomicLong WHOLE_LINES = new AtomicLong();
  private static final AtomicLong LINES = new AtomicLong();
  private static final AtomicLong CHOICES = new AtomicLong();

  @AfterAll
  static void says() {
    System.out.printf(
        "Second evaluator: %d patients compared (%d of %d sub-charts in every combination), and %d"
            + " combinations of single lines (%d of %d lines in every combination)%n",
        BothSides.protocols().mapToLong(both -> both.compared().get()).sum(),
        WHOLE_CHARTS.get(),
        CHARTS.get(),
        CHOICES.get(),
        WHOLE_LINES.get(),
        LINES.get());
  }

  private static Stream<TriageRequest> cases(BothSides both) {
    return CaseFiles.read(ENGINE, BothSides.FILES, both.protocol().id(), BothSides.DAY).stream()
        .map(ClinicalCase::request);
  }

  @ParameterizedTest
  @MethodSource(PROTOCOLS)
  void everyCase(BothSides both) {
    assertThat(both.disagreements(cases(both))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource(PROTOCOLS)
  void everyPatientOfTheCohort(BothSides both) {
    Iterator<CohortLine> cohort =
        SyntheticCohort.read(
                BothSides.FILES, BothSides.RULES.dictionary(), Set.of(both.protocol().id()))
            .patients(PATIENTS, SEED, BothSides.DAY, "en");
    Stream<TriageRequest> patients =
        Stream.generate(cohort::next)
            .limit(PATIENTS)
            .map(line -> ((CohortLine.Patient) line).request());

    assertThat(both.disagreements(patients.toList().stream())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource(PROTOCOLS)
  void everyPatientWhomTheSolverFinds(BothSides both) {
    List<TriageRequest> patients = new ProvedPatients(both).all().toList();

    assertThat(patients).hasSizeGreaterThan(both.protocol().rows().size());
    assertThat(both.disagreements(patients.stream())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource(PROTOCOLS)
  void everyCombinationBelowASubChart(BothSides both) {
    both.rules()
        .subCharts
        .forEach(
            (name, rows) -> {
              List<List<Consumer<RequestDraft>>> options =
                  new Inputs(
                          both.rules(),
                          BothSides.DAY,
                          rows.stream().map(PlainRules.Block::target).toList())
                      .options();
              Combinations combinations = Combinations.of(options);
              count(combinations, CHARTS, WHOLE_CHARTS);
              Stream<TriageRequest> patients =
                  combinations
                      .allOrPairs(MOST, name.hashCode())
                      .map(choice -> request(both, options, choice));

              assertThat(both.disagreements(patients)).as(name).isEmpty();
            });
  }

  private static TriageRequest request(
      BothSides both, List<List<Consumer<RequestDraft>>> options, int[] choice) {
    RequestDraft draft = new RequestDraft();
    for (int i = 0; i < choice.length; i++) {
      options.get(i).get(choice[i]).accept(draft);
    }
    return draft.request(both.protocol().id(), BothSides.DAY);
  }

  private static void count(Combinations combinations, AtomicLong all, AtomicLong whole) {
    all.incrementAndGet();
    if (combinations.count() <= MOST) {
      whole.incrementAndGet();
    }
  }

  @ParameterizedTest
  @MethodSource(PROTOCOLS)
  void everyCombinationThatALineReads(BothSides both) {
    List<PlainRules.Line> lines = both.rules().lines;
    assertThat(lines.stream().map(PlainRules.Line::name))
        .containsExactlyElementsOf(
            both.protocol().alternatives().stream().map(Alternative::name).toList());

    List<String> disagreements =
        IntStream.range(0, lines.size())
            .parallel()
            .boxed()
            .flatMap(index -> disagreements(new LineInputs(both, index), index))
            .toList();

    assertThat(disagreements).isEmpty();
  }

  private static Stream<String> disagreements(LineInputs line, int seed) {
    count(line.combinations(), LINES, WHOLE_LINES);
    List<String> found = new ArrayList<>();
    line.combinations()
        .allOrPairs(MOST, seed)
        .forEach(
            choice -> {
              CHOICES.incrementAndGet();
              line.disagree(choice)
                  .filter(said -> found.size() < BothSides.SHOWN)
                  .ifPresent(found::add);
            });
    return found.stream();
  }

  @Test
  void anotherBoundIsNoticed() {
    BothSides shipped = BothSides.protocols().findFirst().orElseThrow();
    String bound = "atLeast(\"respiratory-rate\", 40)";
    BothSides edited =
        BothSides.of(
            shipped.protocol(),
            path ->
                BothSides.FILES.find(path).orElse("").replace(bound, bound.replace("40", "41")));

    assertThat(edited.disagreements(cases(shipped))).isNotEmpty();
  }
}
