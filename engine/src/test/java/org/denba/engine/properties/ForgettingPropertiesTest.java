package org.denba.engine.properties;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.denba.engine.triage.TriageResult;

/**
 * Forgetting an answer never raises what is proved and never lowers what could be (conventions
 * §1b): unknown is never normal. The exceptions of the reference are those of {@link Forgetting},
 * and no others.
 */
class ForgettingPropertiesTest {

  @Provide
  Arbitrary<Visit> children() {
    return SickChildren.any();
  }

  /** Every single answer of every child is left out in turn. */
  @Property(tries = 400)
  void forgettingAnAnswerNeverProvesMoreNorRulesOutMore(@ForAll("children") Visit child) {
    TriageResult told = child.triage();
    List<String> broken = new ArrayList<>();
    for (Forgetting forgetting : Forgetting.of(child)) {
      for (String what : forgetting.broken(told, forgetting.less().triage())) {
        broken.add("without " + forgetting.element() + ": " + what);
      }
    }
    assertThat(broken).isEmpty();
  }

  /**
   * Nothing known but that there is a child: everything above green is possible, nothing proved.
   */
  @Property(tries = 100)
  void whoSaysNothingIsToldNothing(@ForAll("children") Visit child) {
    Visit silent = child.withFindings(java.util.Map.of());
    TriageResult answer = silent.triage();

    assertThat(AnswerPropertiesTest.proved(answer)).isEmpty();
    assertThat(answer.couldBe()).isGreaterThanOrEqualTo(child.triage().couldBe());
    assertThat(answer.decided()).isFalse();
  }
}
