package org.denba.engine.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.denba.engine.condition.Condition;
import org.denba.engine.condition.YesNo;
import org.denba.engine.rules.RuleFileException;
import org.junit.jupiter.api.Test;

/** Who is computed before whom follows from who reads whom. */
class StrataTest {

  private static final int SLOTS = 8;
  private final List<Alternative> rules = new ArrayList<>();
  private final int[] guardOf = new int[SLOTS];

  StrataTest() {
    Arrays.fill(guardOf, -1);
  }

  /** A rule that makes one slot true and reads others. */
  private void rule(int target, int... reads) {
    List<Condition> conditions =
        Arrays.stream(reads).mapToObj(s -> (Condition) new YesNo(s, "s" + s, true)).toList();
    rules.add(new Alternative(rules.size(), "r", "here", target, -1, conditions, "A book"));
  }

  private Strata strata() {
    return Strata.of(SLOTS, rules, guardOf, slot -> "s" + slot);
  }

  @Test
  void whatReadsOnlyFindingsComesFirst() {
    rule(4, 0, 1);
    rule(5, 2);

    assertThat(strata().of(4)).isZero();
    assertThat(strata().of(5)).isZero();
    assertThat(strata().count()).isEqualTo(1);
  }

  @Test
  void whatReadsADerivedSignComesAfterIt() {
    rule(6, 5, 0);
    rule(5, 4);
    rule(4, 0);

    assertThat(strata().of(4)).isZero();
    assertThat(strata().of(5)).isEqualTo(1);
    assertThat(strata().of(6)).isEqualTo(2);
    assertThat(strata().count()).isEqualTo(3);
  }

  @Test
  void theLatestOfSeveralRulesForOneSlotCounts() {
    rule(4, 0);
    rule(5, 4);
    rule(6, 0);
    rule(6, 5);

    assertThat(strata().of(6)).isEqualTo(2);
  }

  @Test
  void aQuestionIsSettledAfterItsGuard() {
    rule(4, 0);
    rule(7, 4);
    guardOf[1] = 7;
    rule(6, 1);

    assertThat(strata().of(7)).isEqualTo(1);
    assertThat(strata().of(6)).isGreaterThan(strata().of(7));
  }

  @Test
  void aCircleIsRefusedAndNamed() {
    rule(4, 5);
    rule(5, 6);
    rule(6, 0, 4);

    assertThatThrownBy(this::strata)
        .isInstanceOf(RuleFileException.class)
        .hasMessageContaining("circle")
        .hasMessageContaining("s4 -> s5 -> s6");
  }

  @Test
  void aSignThatReadsItselfIsACircle() {
    rule(4, 4);

    assertThatThrownBy(this::strata).hasMessageContaining("circle: s4");
  }

  @Test
  void aCircleThroughAGuardIsFound() {
    rule(7, 6);
    guardOf[1] = 7;
    rule(6, 1);

    assertThatThrownBy(this::strata).hasMessageContaining("circle").hasMessageContaining("s6");
  }
}
