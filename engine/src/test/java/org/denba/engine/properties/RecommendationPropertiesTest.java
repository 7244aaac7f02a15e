package org.denba.engine.properties;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.denba.engine.protocol.Colour;
import org.denba.engine.protocol.Row;
import org.denba.engine.protocol.Urgency;
import org.denba.engine.triage.TriageResult;
import org.denba.engine.triage.TriageResult.Classification;
import org.denba.engine.triage.TriageResult.Recommendation;
import org.denba.engine.triage.Warning;

/** What may be recommended when (contract §1, conventions §4). */
class RecommendationPropertiesTest {

  private static final int TRIES = 1000;
  private static final String REFER = "AC-REFER";
  private static final Set<String> BEFORE_DEPARTURE =
      Set.of("pre-referral-treatment", "referral", "counselling");

  @Provide
  Arbitrary<Visit> children() {
    return SickChildren.any();
  }

  @Property(tries = TRIES)
  void nothingIsFinalUntilTheAnswerIsDecidedAndComplete(
      @ForAll("children") Visit child, @ForAll @IntRange(max = 5) int daysAgo) {
    finalAdvice(child.withAge(olderBy(child.age(), daysAgo)).on(BuiltIn.TODAY.minusDays(daysAgo)));
  }

  private static Visit.Age olderBy(Visit.Age age, int days) {
    return age.birth() == null
        ? age
        : new Visit.Age(age.birth().minusDays(days), null, null, null, age.estimated());
  }

  static void finalAdvice(Visit child) {
    TriageResult answer = child.triage();
    boolean stale = answer.warnings().stream().map(Warning::code).anyMatch("stale"::equals);
    boolean closed = answer.decided() && answer.complete() && !stale;
    assertThat(answer.recommendations()).allMatch(r -> r.finalAdvice() == closed);
  }

  @Property(tries = TRIES)
  void beforeAnUrgentReferralNothingDelaysDeparture(@ForAll("children") Visit child) {
    departure(child, child.triage());
  }

  static void departure(Visit child, TriageResult answer) {
    if (answer.urgency() != Urgency.REFER_URGENT) {
      return;
    }
    List<String> pink =
        AnswerPropertiesTest.proved(answer).stream()
            .filter(row -> row.colour() == Colour.PINK)
            .map(Classification::rule)
            .toList();
    for (Recommendation advice : answer.recommendations()) {
      assertThat(advice.kind()).as(advice.id()).isIn(BEFORE_DEPARTURE);
      boolean named = advice.because().stream().anyMatch(pink::contains);
      boolean preReferral = BuiltIn.TREATMENTS.get(advice.id()).preReferral();
      assertThat(named || preReferral).as(advice.id() + " " + advice.because()).isTrue();
      if (advice.dose() != null && advice.dose().days() != null) {
        assertThat(advice.dose().days()).as(advice.id() + " is a first dose").isNull();
      }
    }
  }

  @Property(tries = TRIES)
  void everyUrgentPinkRowRefers(@ForAll("children") Visit child) {
    refers(child, child.triage());
  }

  static void refers(Visit child, TriageResult answer) {
    List<Classification> proved = AnswerPropertiesTest.proved(answer);
    for (Classification row : proved) {
      if (row.colour() == Colour.PINK && row.urgency() == Urgency.REFER_URGENT) {
        assertThat(answer.recommendations())
            .as(row.rule())
            .anyMatch(r -> r.id().equals(REFER) && r.because().contains(row.rule()));
        assertThat(answer.referral()).isNotNull();
        if (!row.flags().contains(Row.PRE_REFERRAL)) { // care before departure is no reason to go
          assertThat(answer.referral().reasons()).contains(row.rule());
        }
        assertThat(answer.referral().urgency()).isEqualTo(Urgency.REFER_URGENT);
      }
    }
    boolean referred = answer.urgency().compareTo(Urgency.REFER_NONURGENT) >= 0;
    assertThat(answer.referral() != null).isEqualTo(referred);
    assertThat(answer.recommendations().stream().anyMatch(r -> r.kind().equals("referral")))
        .as("a referral among the recommendations")
        .isEqualTo(referred);
  }

  @Property(tries = TRIES)
  void everyRecommendationRestsOnProvedRowsAndStandsOnce(@ForAll("children") Visit child) {
    rests(child, child.triage());
  }

  static void rests(Visit child, TriageResult answer) {
    List<String> proved =
        AnswerPropertiesTest.proved(answer).stream().map(Classification::rule).toList();
    List<String> uncoloured =
        BuiltIn.RULES.rows().stream().filter(row -> !row.classifies()).map(Row::id).toList();
    for (Recommendation advice : answer.recommendations()) {
      assertThat(advice.because())
          .as(advice.id())
          .allMatch(row -> proved.contains(row) || uncoloured.contains(row));
      assertThat(advice.text()).isNotBlank();
      assertThat(advice.source()).isNotBlank();
    }
    assertThat(answer.recommendations())
        .extracting(r -> r.id() + (r.dose() == null ? "" : r.dose().medication()))
        .doesNotHaveDuplicates();
  }

  @Property(tries = TRIES)
  void nobodyIsSentHomeWithoutBeingToldWhenToComeBack(@ForAll("children") Visit child) {
    comeBack(child, child.triage());
  }

  static void comeBack(Visit child, TriageResult answer) {
    boolean here = answer.urgency() == Urgency.HOME_CARE || answer.urgency() == Urgency.TREAT_HERE;
    if (here) {
      assertThat(answer.recommendations()).anyMatch(r -> r.kind().equals("return-immediately"));
    }
  }
}
