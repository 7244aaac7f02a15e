package org.denba.engine.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.denba.engine.assessment.Finding;
import org.denba.engine.assessment.ParameterValues;
import org.denba.engine.protocol.ActionRule;
import org.denba.engine.protocol.DayCount;
import org.denba.engine.protocol.Parameter;
import org.denba.engine.triage.InvalidRequestException;
import org.denba.engine.triage.TriageResult;
import org.denba.engine.triage.TriageResult.Recommendation;
import org.denba.engine.triage.Warning;
import org.junit.jupiter.api.Test;

/**
 * The value of a named parameter reaches everything that reads it: rules, days of a course,
 * follow-ups, the site's devices.
 */
class ParametersCountTest {

  private static final int MANY_DAYS = 60;

  /** A child with fast breathing and nothing else. */
  private static Visit fastBreathing() {
    Visit visit = WellChild.VISIT.with("cough", new Finding.Answer(true));
    return answered(visit).with("respiratory-rate", Finding.Quantity.of(50));
  }

  /** The same child, every further question answered in the quietest way. */
  private static Visit answered(Visit visit) {
    return WellChild.finish(visit);
  }

  @Test
  void aValueIsFoundByItsName() {
    ParameterValues values =
        ParameterValues.of(
            List.of("a", "b"), java.util.Map.of("a", 0, "b", 1), List.of("first", 7.0));

    assertThat(values.text("a")).isEqualTo("first");
    assertThat(values.text("b")).isEqualTo("7");
    assertThat(values.with(java.util.Map.of("a", "other")).text("a")).isEqualTo("other");
  }

  @Test
  void theDaysOfACourseFollowTheParameter() {
    for (int days : new int[] {3, 5}) {
      Recommendation amoxicillin =
          fastBreathing()
              .withParameter("imci.amox-fast-breathing-days", days)
              .triage()
              .recommendations()
              .stream()
              .filter(advice -> advice.dose() != null && advice.dose().days() != null)
              .findFirst()
              .orElseThrow();
      assertThat(amoxicillin.because()).containsExactly("COU-3");
      assertThat(amoxicillin.dose().days()).isEqualTo(days);
    }
  }

  @Test
  void noDaysAreWrittenThatNoParameterCanHave() {
    for (ActionRule action : BuiltIn.RULES.actions()) {
      for (DayCount count : action.days()) {
        if (count instanceof DayCount.OfParameter days) {
          Parameter parameter = BuiltIn.RULES.parameter(days.id()).orElseThrow();
          for (Object value : ProtocolWords.values(parameter)) {
            assertThat(((Number) value).intValue()).as(days.id()).isBetween(1, MANY_DAYS);
          }
        }
      }
    }
  }

  @Test
  void aLimitOfARuleFollowsTheParameter() {
    Visit child = fastBreathing().with("spo2", Finding.Quantity.of(91));

    assertThat(rules(child)).doesNotContain("COU-1");
    assertThat(rules(child.withParameter("imci.spo2-refer-below", 92))).contains("COU-1");
    assertThat(child.withParameter("imci.spo2-refer-below", 92).triage().parameters())
        .extracting(TriageResult.ParameterChoice::id)
        .containsExactly("imci.spo2-refer-below");
  }

  private static List<String> rules(Visit child) {
    return child.triage().classifications().stream()
        .map(TriageResult.Classification::rule)
        .toList();
  }

  @Test
  void whatASiteLacksCountsAsNotDoneAndIsSaid() {
    Visit child = fastBreathing().without("spo2");
    assertThat(child.triage().complete()).isFalse();

    TriageResult lacking = child.withParameter("site.lacks", "spo2").triage();
    assertThat(lacking.complete()).isTrue();
    assertThat(lacking.warnings()).extracting(Warning::code).contains("not-measured-here");
  }

  /** A value that was refused is no sign that the device is lacking: it stays unknown. */
  @Test
  void aRefusedValueIsNotWhatTheSiteLacks() {
    Visit child = fastBreathing().with("spo2", Finding.Quantity.of(20));

    assertThat(child.withParameter("site.lacks", "spo2").triage().complete()).isFalse();
  }

  @Test
  void anUnknownParameterOrValueIsRefused() {
    Visit child = WellChild.VISIT;
    assertThatThrownBy(() -> child.withParameter("imci.spo2-refer-bellow", 92).triage())
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("perhaps 'imci.spo2-refer-below'");
    assertThatThrownBy(() -> child.withParameter("malaria.risk", "hihg").triage())
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("malaria.risk")
        .hasMessageContaining("high");
    assertThatThrownBy(() -> child.withParameter("imci.spo2-refer-below", 101).triage())
        .isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> child.withParameter("imci.spo2-refer-below", Double.NaN).triage())
        .isInstanceOf(InvalidRequestException.class);
  }
}
