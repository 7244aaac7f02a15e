package org.denba.engine.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.denba.engine.assessment.Assessment;
import org.denba.engine.assessment.Interval;
import org.denba.engine.assessment.ParameterValues;

/**
 * Every predicate in both readings and every state of its element (conventions §1b): on an unknown
 * it is possible and not certain; on what is closed or not needed it is neither.
 */
class ReadingsTest {

  private static final double WARM = 37;
  private static final double COLD = 30;

  private final Words words = new Words();
  private final ConditionParser parser = new ConditionParser(words);

  /** What a predicate says of an element in one state. */
  private enum Says {
    PROVED,
    POSSIBLE,
    RULED_OUT
  }

  private Says says(String condition, Consumer<Assessment> told) {
    return says(condition, Map.of(), told);
  }

  private Says says(String condition, Map<String, Object> parameters, Consumer<Assessment> told) {
    Map<String, Integer> index = new LinkedHashMap<>();
    Words.PARAMETERS.forEach(id -> index.put(id, index.size()));
    ParameterValues values =
        ParameterValues.of(Words.PARAMETERS, index, List.of(35.0, "dry", "if-reported"));
    Assessment assessment =
        new Assessment(
            words.slots(), words.dictionary().size(), values.with(parameters), "health-facility");
    told.accept(assessment);
    Condition read = parser.parse(condition);
    if (read.certain(assessment)) {
      assertThat(read.possible(assessment)).as("certain implies possible").isTrue();
      assertThat(read.open(assessment)).isFalse();
      return Says.PROVED;
    }
    assertThat(read.open(assessment)).isEqualTo(read.possible(assessment));
    return read.possible(assessment) ? Says.POSSIBLE : Says.RULED_OUT;
  }

  private Consumer<Assessment> degrees(double value) {
    return a -> a.quantity(words.slot("degrees"), Interval.point(value));
  }

  private Consumer<Assessment> between(double low, double high) {
    return a -> a.quantity(words.slot("degrees"), new Interval(low, high));
  }

  private Consumer<Assessment> notDone(String id, boolean closes) {
    return a -> a.notDone(words.slot(id), "no-device", closes);
  }

  private Consumer<Assessment> notNeeded(String id) {
    return a -> a.notNeeded(words.slot(id));
  }

  private static final Consumer<Assessment> BLANK = a -> {};

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
  void aSignIsYesOrNoOrUnknown() {
    int blue = words.slot("blue");
    assertThat(says("yes(blue)", a -> a.answer(blue, true))).isEqualTo(Says.PROVED);
    assertThat(says("yes(blue)", a -> a.answer(blue, false))).isEqualTo(Says.RULED_OUT);
    assertThat(says("no(blue)", a -> a.answer(blue, false))).isEqualTo(Says.PROVED);
    assertThat(says("no(blue)", a -> a.answer(blue, true))).isEqualTo(Says.RULED_OUT);
    for (String condition : List.of("yes(blue)", "no(blue)")) {
      assertThat(says(condition, BLANK)).isEqualTo(Says.POSSIBLE);
      assertThat(says(condition, notDone("blue", false))).isEqualTo(Says.POSSIBLE);
      assertThat(says(condition, notDone("blue", true))).isEqualTo(Says.RULED_OUT);
      assertThat(says(condition, notNeeded("blue"))).isEqualTo(Says.RULED_OUT);
    }
  }

  @Example
  void aDerivedSignIsReadAsItsRulesSaid() {
    int cold = words.slot("cold");
    assertThat(says("yes(cold)", a -> a.derived(cold, true, true))).isEqualTo(Says.PROVED);
    assertThat(says("no(cold)", a -> a.derived(cold, true, true))).isEqualTo(Says.RULED_OUT);
    assertThat(says("yes(cold)", a -> a.derived(cold, false, true))).isEqualTo(Says.POSSIBLE);
    assertThat(says("no(cold)", a -> a.derived(cold, false, true))).isEqualTo(Says.POSSIBLE);
    assertThat(says("yes(cold)", a -> a.derived(cold, false, false))).isEqualTo(Says.RULED_OUT);
    assertThat(says("no(cold)", a -> a.derived(cold, false, false))).isEqualTo(Says.PROVED);
  }

  @Example
  void aCodeIsOneOfThoseAskedFor() {
    int skin = words.slot("skin");
    assertThat(says("is(skin, cool/icy)", a -> a.code(skin, 2))).isEqualTo(Says.PROVED);
    assertThat(says("is(skin, cool/icy)", a -> a.code(skin, 0))).isEqualTo(Says.RULED_OUT);
    assertThat(says("is(skin, cool/icy)", BLANK)).isEqualTo(Says.POSSIBLE);
    assertThat(says("is(skin, cool/icy)", notDone("skin", false))).isEqualTo(Says.POSSIBLE);
    assertThat(says("is(skin, cool/icy)", notDone("skin", true))).isEqualTo(Says.RULED_OUT);
    assertThat(says("is(skin, cool/icy)", notNeeded("skin"))).isEqualTo(Says.RULED_OUT);
  }

  @Example
  void aDerivedCodeMayBeKnownOnlySoFar() {
    int skin = words.slot("skin");
    Consumer<Assessment> coolOrIcy = a -> a.derivedCode(skin, 0, 0b110);
    assertThat(says("is(skin, icy)", coolOrIcy)).isEqualTo(Says.POSSIBLE);
    assertThat(says("is(skin, warm)", coolOrIcy)).isEqualTo(Says.RULED_OUT);
    assertThat(says("is(skin, icy)", a -> a.derivedCode(skin, 0b100, 0b100)))
        .isEqualTo(Says.PROVED);
  }

  @Example
  void notDoneIsTrueOnlyWhereItCloses() {
    assertThat(says("notDone(degrees)", notDone("degrees", true))).isEqualTo(Says.PROVED);
    assertThat(says("notDone(degrees)", notDone("degrees", false))).isEqualTo(Says.POSSIBLE);
    assertThat(says("notDone(degrees)", BLANK)).isEqualTo(Says.POSSIBLE);
    assertThat(says("notDone(degrees)", degrees(WARM))).isEqualTo(Says.RULED_OUT);
    assertThat(says("notDone(degrees)", notNeeded("degrees"))).isEqualTo(Says.RULED_OUT);
    assertThat(says("notDone(degrees, refused)", notDone("degrees", true)))
        .isEqualTo(Says.RULED_OUT);
    assertThat(says("notDone(degrees, refused/no-device)", notDone("degrees", true)))
        .isEqualTo(Says.PROVED);
  }

  @Example
  void notNeededIsTrueOnlyOfABlankQuestionThatDoesNotArise() {
    int blue = words.slot("blue");
    assertThat(says("notNeeded(blue)", notNeeded("blue"))).isEqualTo(Says.PROVED);
    assertThat(says("notNeeded(blue)", BLANK)).isEqualTo(Says.POSSIBLE);
    assertThat(says("notNeeded(blue)", a -> a.asked(blue))).isEqualTo(Says.RULED_OUT);
    assertThat(says("notNeeded(blue)", a -> a.answer(blue, false))).isEqualTo(Says.RULED_OUT);
    assertThat(says("notNeeded(blue)", notDone("blue", false))).isEqualTo(Says.RULED_OUT);
  }

  @Example
  void whetherSomethingWasSaidIsAlwaysKnown() {
    assertThat(says("blank(degrees)", BLANK)).isEqualTo(Says.PROVED);
    assertThat(says("blank(degrees)", notNeeded("degrees"))).isEqualTo(Says.PROVED);
    assertThat(says("blank(degrees)", degrees(WARM))).isEqualTo(Says.RULED_OUT);
    assertThat(says("blank(degrees)", notDone("degrees", false))).isEqualTo(Says.RULED_OUT);
    assertThat(says("known(degrees)", degrees(WARM))).isEqualTo(Says.PROVED);
    assertThat(says("known(degrees)", BLANK)).isEqualTo(Says.RULED_OUT);
    assertThat(says("known(degrees)", notDone("degrees", true))).isEqualTo(Says.RULED_OUT);
    assertThat(says("noValue(degrees)", BLANK)).isEqualTo(Says.PROVED);
    assertThat(says("noValue(degrees)", notDone("degrees", true))).isEqualTo(Says.PROVED);
    assertThat(says("noValue(degrees)", degrees(WARM))).isEqualTo(Says.RULED_OUT);
  }

  @Example
  void anAlertSignIsFalseUntilItIsReported() {
    int blue = words.slot("blue");
    assertThat(says("reported(yes(blue))", BLANK)).isEqualTo(Says.RULED_OUT);
    assertThat(says("reported(yes(blue))", notDone("blue", false))).isEqualTo(Says.RULED_OUT);
    assertThat(says("reported(yes(blue))", a -> a.answer(blue, true))).isEqualTo(Says.PROVED);
    assertThat(says("reported(yes(blue))", a -> a.answer(blue, false))).isEqualTo(Says.RULED_OUT);
    assertThat(says("reported(below(degrees, 35))", between(30, 40))).isEqualTo(Says.POSSIBLE);
  }

  @Example
  void anAlertSignThatMustBeAskedIsAnOrdinarySign() {
    Map<String, Object> mustAsk = Map.of(Reported.MODE, Reported.MUST_ASK);
    assertThat(says("reported(yes(blue))", mustAsk, BLANK)).isEqualTo(Says.POSSIBLE);
    assertThat(says("reported(yes(blue))", mustAsk, a -> a.answer(words.slot("blue"), false)))
        .isEqualTo(Says.RULED_OUT);
  }

  @Example
  void countingReachesTheNumberWithOrWithoutTheUnknownOnes() {
    int blue = words.slot("blue");
    int shivers = words.slot("shivers");
    int cold = words.slot("cold");
    String two = "countYes(2, blue, shivers, cold)";
    assertThat(says(two, BLANK)).isEqualTo(Says.POSSIBLE);
    assertThat(says(two, a -> a.answer(blue, true))).isEqualTo(Says.POSSIBLE);
    assertThat(
            says(
                two,
                a -> {
                  a.answer(blue, true);
                  a.answer(shivers, true);
                }))
        .isEqualTo(Says.PROVED);
    assertThat(
            says(
                two,
                a -> {
                  a.answer(blue, false);
                  a.answer(shivers, false);
                }))
        .isEqualTo(Says.RULED_OUT);
    assertThat(
            says(
                two,
                a -> {
                  a.answer(blue, true);
                  a.answer(shivers, false);
                  a.derived(cold, false, true);
                }))
        .isEqualTo(Says.POSSIBLE);
  }

  @Example
  void andAndOrFollowKleene() {
    int blue = words.slot("blue");
    Consumer<Assessment> yes = a -> a.answer(blue, true);
    Consumer<Assessment> no = a -> a.answer(blue, false);
    assertThat(says("yes(blue) or yes(shivers)", yes)).isEqualTo(Says.PROVED);
    assertThat(says("yes(blue) or yes(shivers)", no)).isEqualTo(Says.POSSIBLE);
    assertThat(says("yes(blue) and yes(shivers)", yes)).isEqualTo(Says.POSSIBLE);
    assertThat(says("yes(blue) and yes(shivers)", no)).isEqualTo(Says.RULED_OUT);
  }

  @Example
  void parameterAndSettingAreAlwaysKnown() {
    assertThat(says("param(season = dry)", BLANK)).isEqualTo(Says.PROVED);
    assertThat(says("param(season = wet)", BLANK)).isEqualTo(Says.RULED_OUT);
    assertThat(says("param(season = wet)", Map.of("season", "wet"), BLANK)).isEqualTo(Says.PROVED);
    assertThat(says("setting(health-facility)", BLANK)).isEqualTo(Says.PROVED);
    assertThat(says("setting(community)", BLANK)).isEqualTo(Says.RULED_OUT);
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
