package org.denba.engine.properties;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.denba.engine.assessment.Finding;
import org.denba.engine.protocol.Chart;
import org.denba.engine.protocol.Colour;
import org.denba.engine.protocol.IntakeRule;
import org.denba.engine.protocol.Measurements;
import org.denba.engine.protocol.Row;
import org.denba.engine.protocol.Urgency;
import org.denba.engine.triage.TriageResult;
import org.denba.engine.triage.TriageResult.Because;
import org.denba.engine.triage.TriageResult.Classification;
import org.denba.engine.triage.TriageResult.Question;
import org.denba.engine.triage.TriageResult.Status;

/** What holds for the answer to every sick child (contract §1; conventions §1). */
class AnswerPropertiesTest {

  private static final int TRIES = 1000;
  private static final Set<String> PATIENT = Set.of("age-months", "age-days", "sex");

  @Provide
  Arbitrary<Visit> children() {
    return SickChildren.any();
  }

  @Property(tries = TRIES)
  void decidedMeansThatTheProvedUrgencyIsTheHighestPossible(@ForAll("children") Visit child) {
    decided(child, child.triage());
  }

  static void decided(Visit child, TriageResult answer) {
    assertThat(answer.couldBe()).isGreaterThanOrEqualTo(answer.urgency());
    assertThat(answer.decided()).isEqualTo(answer.urgency() == answer.couldBe());
  }

  @Property(tries = TRIES)
  void completeMeansThatNothingIsLeftToAssess(@ForAll("children") Visit child) {
    complete(child, child.triage());
  }

  static void complete(Visit child, TriageResult answer) {
    assertThat(answer.complete()).isEqualTo(answer.stillToAssess().isEmpty());
    if (answer.complete() && answer.protocol().id().equals(BuiltIn.PROTOCOL)) {
      assertThat(answer.decided()).isTrue();
      assertThat(open(answer)).isEmpty();
    }
  }

  @Property(tries = TRIES)
  void theUrgencyIsThatOfTheProvedRowsAndCouldBeThatOfAllRows(@ForAll("children") Visit child) {
    urgency(child, child.triage());
  }

  static void urgency(Visit child, TriageResult answer) {
    Urgency proved = highest(proved(answer));
    Urgency listed = highest(answer.classifications());
    if (proved != Urgency.HOME_CARE) {
      assertThat(answer.urgency()).isEqualTo(proved);
    }
    assertThat(answer.couldBe()).isGreaterThanOrEqualTo(listed);
  }

  @Property(tries = TRIES)
  void aGreenRowDoesNotCountWhileAnythingAboveGreenIsOpen(@ForAll("children") Visit child) {
    undetermined(child, child.triage());
  }

  static void undetermined(Visit child, TriageResult answer) {
    Assume.that(answer.protocol().id().equals(BuiltIn.PROTOCOL));
    boolean provedAboveGreen = highest(proved(answer)).compareTo(Urgency.HOME_CARE) > 0;
    boolean openAboveGreen =
        answer.couldBe().compareTo(Urgency.HOME_CARE) > 0 || !open(answer).isEmpty();
    if (openAboveGreen && !provedAboveGreen) {
      assertThat(answer.urgency()).isEqualTo(Urgency.UNDETERMINED);
    }
    if (answer.urgency() == Urgency.HOME_CARE) {
      assertThat(answer.decided()).isTrue();
    }
  }

  @Property(tries = TRIES)
  void aProvisionalRowHasAnOpenRowAboveIt(@ForAll("children") Visit child) {
    provisional(child, child.triage());
  }

  static void provisional(Visit child, TriageResult answer) {
    Assume.that(answer.protocol().id().equals(BuiltIn.PROTOCOL));
    for (Classification row : proved(answer)) {
      boolean openAbove = subCharts(row.rule()).stream().anyMatch(s -> openAbove(s, row, answer));
      assertThat(row.provisional()).as(row.rule() + " provisional").isEqualTo(openAbove);
    }
  }

  @Property(tries = TRIES)
  void rowsBelowAProvedRowAreNeverListed(@ForAll("children") Visit child) {
    below(child, child.triage());
  }

  static void below(Visit child, TriageResult answer) {
    Assume.that(answer.protocol().id().equals(BuiltIn.PROTOCOL));
    for (Classification row : proved(answer)) {
      for (Chart.SubChart subChart : subCharts(row.rule())) {
        List<String> ids = subChart.rows().stream().map(Row::id).toList();
        List<String> below = ids.subList(ids.indexOf(row.rule()) + 1, ids.size());
        assertThat(answer.classifications())
            .as("below " + row.rule())
            .noneMatch(
                other -> below.contains(other.rule()) && subCharts(other.rule()).size() == 1);
      }
    }
  }

  @Property(tries = TRIES)
  void aGreenRowIsProvedOnlyWhenNoRowAboveItIsOpen(@ForAll("children") Visit child) {
    green(child, child.triage());
  }

  static void green(Visit child, TriageResult answer) {
    Assume.that(answer.protocol().id().equals(BuiltIn.PROTOCOL));
    for (Classification row : proved(answer)) {
      if (row.colour() == Colour.GREEN) {
        assertThat(row.provisional()).isFalse();
        assertThat(subCharts(row.rule())).noneMatch(s -> openAbove(s, row, answer));
      }
    }
    assertThat(open(answer)).noneMatch(row -> row.colour() == Colour.GREEN);
  }

  @Property(tries = TRIES)
  void aProvedRowRestsOnWhatWasSent(@ForAll("children") Visit child) {
    because(child, child.triage());
  }

  static void because(Visit child, TriageResult answer) {
    Assume.that(answer.protocol().id().equals(BuiltIn.PROTOCOL));
    Set<String> known = told(child);
    for (Classification row : answer.classifications()) {
      assertThat(row.because().isEmpty()).isEqualTo(row.status() == Status.NOT_RULED_OUT);
      for (Because reason : row.because()) {
        if (reason.parameter() != null) {
          assertThat(BuiltIn.RULES.parameter(reason.parameter())).isPresent();
          continue;
        }
        assertThat(known).as(row.rule() + " because").contains(reason.dataElement());
        assertThat(reason.value()).as(row.rule() + " " + reason.dataElement()).isNotNull();
        Finding sent = child.findings().get(reason.dataElement());
        if (sent instanceof Finding.Quantity quantity) {
          assertThat(((Number) reason.value()).doubleValue()).isEqualTo(quantity.value().low());
        }
      }
    }
  }

  /** Every element that was told with a value or a not-done, or that follows from what was told. */
  private static Set<String> told(Visit child) {
    Set<String> told = new LinkedHashSet<>(PATIENT);
    child
        .findings()
        .forEach(
            (id, finding) -> {
              if (!(finding instanceof Finding.Unknown)) {
                told.add(id);
              }
            });
    for (int round = 0; round < 2; round++) {
      for (IntakeRule rule : BuiltIn.RULES.intake()) {
        if (told.contains(rule.from().id())) {
          told.add(rule.to().id());
        }
      }
    }
    for (Measurements.ZScore score : BuiltIn.RULES.measurements().zScores()) {
      if (told.contains(score.rule().weight()) && told.contains(score.rule().length())) {
        told.add(score.rule().element());
      }
    }
    return told;
  }

  @Property(tries = TRIES)
  void whatIsAskedIsNotKnownYet(@ForAll("children") Visit child) {
    unknown(child, child.triage());
  }

  static void unknown(Visit child, TriageResult answer) {
    Assume.that(answer.protocol().id().equals(BuiltIn.PROTOCOL));
    Set<String> asked =
        answer.stillToAssess().stream().map(Question::dataElement).collect(Collectors.toSet());
    assertThat(answer.stillToAssess()).hasSameSizeAs(asked);
    for (Classification row : answer.classifications()) {
      assertThat(row.missing().isEmpty())
          .as(row.rule() + " missing")
          .isEqualTo(row.status() == Status.PROVED);
      asked.addAll(row.missing());
    }
    for (String id : asked) {
      Finding finding = child.findings().get(id);
      boolean open =
          finding == null
              || finding instanceof Finding.Unknown
              || finding instanceof Finding.NotDone
              || leavesOpen(id, finding);
      assertThat(open).as(id + " is asked but known: " + finding).isTrue();
    }
    if (child.age().birth() != null && !child.age().estimated()) {
      assertThat(asked).doesNotContain("age-months", "age-days");
    }
    if (child.sex() != null) {
      assertThat(asked).doesNotContain("sex");
    }
  }

  /** A code that says "not done", or that an intake rule reads as "not known yet". */
  private static boolean leavesOpen(String id, Finding finding) {
    return finding instanceof Finding.Code code
        && (code.code().equals("not-done")
            || BuiltIn.RULES.intake().stream()
                .anyMatch(
                    rule ->
                        rule.to().id().equals(id)
                            && rule.value().equals(code.code())
                            && rule.becomes().equals("unknown")));
  }

  static List<Classification> proved(TriageResult answer) {
    return answer.classifications().stream().filter(c -> c.status() == Status.PROVED).toList();
  }

  static List<Classification> open(TriageResult answer) {
    return answer.classifications().stream()
        .filter(c -> c.status() == Status.NOT_RULED_OUT)
        .toList();
  }

  static Urgency highest(List<Classification> rows) {
    return rows.stream()
        .map(Classification::urgency)
        .max(Urgency::compareTo)
        .orElse(Urgency.UNDETERMINED);
  }

  /** The sub-charts of the protocol for sick children in which a row competes. */
  static List<Chart.SubChart> subCharts(String row) {
    return subCharts(BuiltIn.PROTOCOL, row);
  }

  /** The sub-charts of a protocol in which a row competes. */
  static List<Chart.SubChart> subCharts(String protocol, String row) {
    List<Chart.SubChart> found = new ArrayList<>();
    for (Chart chart : BuiltIn.rules(protocol).charts()) {
      for (Chart.SubChart subChart : chart.subCharts()) {
        if (subChart.rows().stream().anyMatch(r -> r.id().equals(row))) {
          found.add(subChart);
        }
      }
    }
    return found;
  }

  private static boolean openAbove(
      Chart.SubChart subChart, Classification row, TriageResult answer) {
    List<String> ids = subChart.rows().stream().map(Row::id).toList();
    List<String> above = ids.subList(0, ids.indexOf(row.rule()));
    return open(answer).stream().anyMatch(other -> above.contains(other.rule()));
  }
}
