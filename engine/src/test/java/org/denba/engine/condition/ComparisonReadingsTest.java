package org.denba.engine.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.denba.engine.assessment.Assessment;
import org.denba.engine.assessment.Interval;

/**
 * Every comparison in both readings and every state of its quantity (conventions §1b): on an
 * unknown it is possible and not certain; on what is closed or not needed it is neither.
 */
class ComparisonReadingsTest extends Readings {

  @Example
  void aComparisonOfAKnownValueIsDecidedAtItsLimit() {
    assertThat(says("below(degrees, 35)", degrees(34.9))).isEqualTo(Says.PROVED);
    assertThat(says("below(degrees, 35)", degrees(35))).isEqualTo(Says.RULED_OUT);
    assertThat(says("atMost(degrees, 35)", degrees(35))).isEqualTo(Says.PROVED);
    assertThat(says("atMost(degrees, 35)", degrees(35.1))).isEqualTo(Says.RULED_OUT);
    assertThat(says("atLeast(degrees, 35)", degrees(35))).isEqualTo(Says.PROVED);
    assertThat(says("atLeast(degrees, 35)", degrees(34.9))).isEqualTo(Says.RULED_OUT);
    assertThat(says("above(degrees, 35)", degrees(35.1))).isEqualTo(Says.PROVED);
    assertThat(says("above(degrees, 35)", degrees(35))).isEqualTo(Says.RULED_OUT);
  }

  @Example
  void everyComparisonOfAMissingValueIsOpen() {
    for (String word : List.of("below", "atMost", "atLeast", "above")) {
      String condition = word + "(degrees, 35)";
      assertThat(says(condition, BLANK)).as(condition).isEqualTo(Says.POSSIBLE);
      assertThat(says(condition, notDone("degrees", false))).isEqualTo(Says.POSSIBLE);
    }
  }

  @Example
  void everyComparisonOfAClosedOrUnneededValueIsFalse() {
    for (String word : List.of("below", "atMost", "atLeast", "above")) {
      String condition = word + "(degrees, 35)";
      assertThat(says(condition, notDone("degrees", true))).isEqualTo(Says.RULED_OUT);
      assertThat(says(condition, notNeeded("degrees"))).isEqualTo(Says.RULED_OUT);
    }
  }

  @Example
  void aValueThatWasForgottenAgainIsMissing() {
    assertThat(
            says("below(degrees, 35)", degrees(COLD).andThen(a -> a.blank(words.slot("degrees")))))
        .isEqualTo(Says.POSSIBLE);
  }

  @Example
  void aComparisonOfAnIntervalIsOpenWhereOnlyAPartOfItFits() {
    assertThat(says("below(degrees, 35)", between(30, 34.9))).isEqualTo(Says.PROVED);
    assertThat(says("below(degrees, 35)", between(30, 35))).isEqualTo(Says.POSSIBLE);
    assertThat(says("below(degrees, 35)", between(35, 40))).isEqualTo(Says.RULED_OUT);
    assertThat(says("atLeast(degrees, 35)", between(35, 40))).isEqualTo(Says.PROVED);
    assertThat(says("atLeast(degrees, 35)", between(30, 35))).isEqualTo(Says.POSSIBLE);
    assertThat(says("above(degrees, 35)", between(30, 35))).isEqualTo(Says.RULED_OUT);
    assertThat(says("atMost(degrees, 35)", between(35, 36))).isEqualTo(Says.POSSIBLE);
  }

  @Property
  void aComparisonAndItsOppositeAreNeverBothProvedNorBothRuledOut(
      @ForAll @DoubleRange(min = 20, max = 45) double one,
      @ForAll @DoubleRange(min = 20, max = 45) double other) {
    Consumer<Assessment> told = between(Math.min(one, other), Math.max(one, other));
    Says below = says("below(degrees, 35)", told);
    Says atLeast = says("atLeast(degrees, 35)", told);

    assertThat(below == Says.PROVED).isEqualTo(atLeast == Says.RULED_OUT);
    assertThat(below == Says.POSSIBLE).isEqualTo(atLeast == Says.POSSIBLE);
  }

  @Example
  void aLimitThatIsAParameterFollowsTheRequest() {
    assertThat(says("below(degrees, {limit})", degrees(34.8))).isEqualTo(Says.PROVED);
    assertThat(says("below(degrees, {limit})", Map.of("limit", 34.5), degrees(34.8)))
        .isEqualTo(Says.RULED_OUT);
  }

  @Example
  void aMissingNumberIsNeverWrittenAsNaN() {
    for (double end :
        new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
      assertThatThrownBy(() -> Interval.point(end)).isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> new Interval(end, 1)).isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> new Interval(1, end)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> new Interval(2, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThat(new Interval(1, 2).hull(new Interval(0, 1))).isEqualTo(new Interval(0, 2));
    assertThat(Interval.point(3).isPoint()).isTrue();
  }
}
