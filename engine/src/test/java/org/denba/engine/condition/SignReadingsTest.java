package org.denba.engine.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import net.jqwik.api.Example;
import org.denba.engine.assessment.Assessment;

/** Every other predicate in both readings and every state of its element (conventions §1b). */
class SignReadingsTest extends Readings {

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
  void notNeededIsTrueOnlyOfAnOpenQuestionThatDoesNotArise() {
    int blue = words.slot("blue");
    assertThat(says("notNeeded(blue)", notNeeded("blue"))).isEqualTo(Says.PROVED);
    assertThat(says("notNeeded(blue)", BLANK)).isEqualTo(Says.POSSIBLE);
    assertThat(says("notNeeded(blue)", a -> a.asked(blue))).isEqualTo(Says.RULED_OUT);
    assertThat(says("notNeeded(blue)", a -> a.answer(blue, false))).isEqualTo(Says.RULED_OUT);
    // refused is as unknown as blank
    assertThat(says("notNeeded(blue)", notDone("blue", false))).isEqualTo(Says.POSSIBLE);
    assertThat(says("notNeeded(blue)", notDone("blue", true))).isEqualTo(Says.RULED_OUT);
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
}
