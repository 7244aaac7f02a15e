package org.denba.engine.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A condition is read as authors write it, in cells and in DRL, or refused with what was meant. */
class ConditionParserTest {

  private final Words words = new Words();
  private final ConditionParser parser = new ConditionParser(words);

  private void refused(String condition, String... said) {
    assertThatThrownBy(() -> parser.parse(condition))
        .isInstanceOf(ConditionException.class)
        .message()
        .contains(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "yes(shivers); yes(shivers)",
        "no(shivers); no(shivers)",
        "answer(shivers, yes); yes(shivers)",
        "answer(shivers, no); no(shivers)",
        "is(skin, cool); is(skin, cool)",
        "is(skin, cool/icy); is(skin, cool/icy)",
        "is(skin, cool|icy); is(skin, cool/icy)",
        "atLeast(degrees, 35); atLeast(degrees, 35)",
        "above(degrees, 35.5); above(degrees, 35.5)",
        "atMost(degrees, 35.50); atMost(degrees, 35.5)",
        "below(degrees, {limit}); below(degrees, {limit})",
        "notDone(degrees); notDone(degrees)",
        "notDone(degrees, any); notDone(degrees)",
        "notDone(degrees, no-device/refused); notDone(degrees, no-device/refused)",
        "notNeeded(blue); notNeeded(blue)",
        "notNeeded(blue, yes); notNeeded(blue)",
        "blank(blue); blank(blue)",
        "known(last-bath); known(last-bath)",
        "noValue(degrees); noValue(degrees)",
        "reported(yes(blue)); reported(yes(blue))",
        "reported(below(degrees, 30), yes); reported(below(degrees, 30))",
        "param(season = wet); param(season = wet)",
        "param(season, wet); param(season = wet)",
        "param(season = dry/wet); param(season = dry/wet)",
        "setting(community); setting(community)",
        "countYes(2, shivers, blue, cold); countYes(2, shivers, blue, cold)",
        "row(CHI-1); yes(CHI-1)",
        "anyPinkRow(); yes(CHI-1)",
      })
  void everyPredicateIsRead(String condition, String text) {
    assertThat(parser.parse(condition).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "yes(shivers) and no(blue); yes(shivers) and no(blue)",
        "yes(shivers), no(blue); yes(shivers) and no(blue)",
        "yes(shivers) && no(blue); yes(shivers) and no(blue)",
        "yes(shivers) AND no(blue); yes(shivers) and no(blue)",
        "yes(shivers) or no(blue); yes(shivers) or no(blue)",
        "yes(shivers) || no(blue); yes(shivers) or no(blue)",
        "yes(shivers) or no(blue) and yes(cold); yes(shivers) or (no(blue) and yes(cold))",
        "(yes(shivers) or no(blue)) and yes(cold); (yes(shivers) or no(blue)) and yes(cold)",
        "((yes(shivers))); yes(shivers)",
        "yes(shivers) and (no(blue) and yes(cold)); yes(shivers) and no(blue) and yes(cold)",
        "  yes( shivers )  ; yes(shivers)",
        "yes(\"shivers\") || is(\"skin\", \"cool/icy\"); yes(shivers) or is(skin, cool/icy)",
        "below(\"degrees\", \"{limit}\"); below(degrees, {limit})",
      })
  void andOrAndBracketsAreReadInBothSpellings(String condition, String text) {
    assertThat(parser.parse(condition).text()).isEqualTo(text);
  }

  @Test
  void aConditionTellsWhatItReads() {
    List<Integer> slots = new ArrayList<>();
    parser.parse("yes(shivers) and (is(skin, icy) or countYes(1, blue, cold))").reads(slots::add);

    assertThat(slots)
        .containsExactlyInAnyOrder(
            words.slot("shivers"), words.slot("skin"), words.slot("blue"), words.slot("cold"));
  }

  @Test
  void whetherSomethingWasSaidNeedsNoOrder() {
    List<Integer> slots = new ArrayList<>();
    parser
        .parse("blank(blue) and known(degrees) and noValue(skin) and param(season = wet)")
        .reads(slots::add);

    assertThat(slots).isEmpty();
  }

  @Test
  void equalTextsAreEqualConditions() {
    assertThat(parser.parse("yes(shivers) and below(degrees, 35)"))
        .isEqualTo(parser.parse("yes(\"shivers\"), below(\"degrees\", 35.0)"));
  }

  @Test
  void anUnknownPredicateIsNamedWithTheNearest() {
    refused("yess(blue)", "'yess' is no predicate", "perhaps 'yes'", "countYes", "notDone");
    refused("bellow(degrees, 3)", "'bellow' is no predicate", "perhaps 'below'");
    refused("atleast(degrees, 30)", "'atleast' is no predicate", "perhaps 'atLeast'");
  }

  @Test
  void anUnknownElementIsNamedWithTheNearest() {
    refused("yes(shiver)", "'shiver' is no data element", "perhaps 'shivers'");
    refused("blank(degree)", "perhaps 'degrees'");
  }

  @Test
  void thereIsNoNot() {
    refused("not yes(blue)", "there is no 'not'", "say no(x)");
    refused("!yes(blue)", "there is no 'not'");
    refused("yes(shivers) and NOT(blue)", "there is no 'not'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "yes",
        "yes(",
        "yes(blue",
        "(yes(blue)",
        "yes(blue))",
        "yes(blue) no(blue)",
        "and yes(blue)",
        "yes(blue) and",
        "yes(blue) or or no(blue)",
        "()",
        "blue",
        "yes(blue) &",
        "yes(blue) and ()"
      })
  void whatIsNoConditionIsRefusedWithThePlace(String condition) {
    refused(condition, "'" + condition.strip() + "'", "at character");
  }

  @Test
  void aPredicateWithTheWrongNumberOfArgumentsSaysItsForm() {
    refused("yes()", "write yes(one id)");
    refused("yes(blue, cold)", "write yes(one id)");
    refused("is(skin)", "write is(element, code)");
    refused("below(degrees)", "write below(quantity, number)");
    refused("atLeast(degrees, 1, 2)", "write atLeast(quantity, number)");
    refused("notDone()", "notDone");
    refused("countYes(2, blue)", "write countYes(2, sign, sign");
    refused("countYes(0, blue, cold)", "write countYes(2, sign, sign");
    refused("countYes(many, blue, cold)", "write countYes(2, sign, sign");
    refused("param(season)", "write param(season = value)");
    refused("answer(blue, perhaps)", "'perhaps' is no answer for 'blue'", "write yes or no");
    refused("notNeeded(blue, no)", "'no' cannot stand here");
  }

  @Test
  void aPredicateGoesWithItsKindOfElement() {
    refused("yes(degrees)", "'degrees' is a quantity element", "does not go with it");
    refused("below(blue, 3)", "'blue' is a boolean element");
    refused("is(blue, cool)", "'blue' is a boolean element");
    refused("countYes(1, blue, degrees)", "'degrees' is a quantity element");
    refused("yes(skin)", "'skin' is a coded element");
  }

  @Test
  void aCodeIsOneOfTheElementsCodes() {
    refused("is(skin, icey)", "'icey' is no code of 'skin'", "perhaps 'icy'", "warm, cool, icy");
    refused("is(skin, cool/wet)", "'wet' is no code of 'skin'");
    refused("is(skin, )", "write is(element, code)");
  }

  @Test
  void aNumberIsFiniteAndWithinWhatTheElementCanBe() {
    refused("below(degrees, fifty)", "'fifty' is no number for 'degrees'", "with a point");
    refused("below(degrees, NaN)", "'NaN' is no number for 'degrees'");
    refused("below(degrees, Infinity)", "'Infinity' is no number for 'degrees'");
    refused("below(degrees, 19.9)", "lies outside what 'degrees' can be", "20.0 to 45.0");
    refused("below(degrees, 45.1)", "lies outside what 'degrees' can be");
    assertThat(parser.parse("below(degrees, 45)")).isInstanceOf(Compare.class);
  }

  @Test
  void aParameterIsKnownAndHasTheValue() {
    refused("below(degrees, {limmit})", "'limmit' is no parameter");
    refused("below(degrees, {season})", "'season' is no number");
    refused("param(saison = wet)", "'saison' is no parameter");
    refused("param(season = rainy)", "'rainy' is no value of 'season'");
  }

  @Test
  void aReasonIsOneOfTheListed() {
    refused("notDone(degrees, lazy)", "'lazy' is no reason", "no-device", "refused");
  }

  @Test
  void reportedHoldsOnePredicate() {
    refused("reported(yes(blue) or yes(cold))", "reported(…) holds one predicate on one sign");
    refused("reported(param(season = wet))", "reported(…) holds one predicate on one sign");
    refused("reported(blue)", "expected a predicate");
    refused("reported(yes(bleu))", "perhaps 'blue'");
  }

  @Test
  void aRowIsOneOfTheProtocol() {
    refused("row(CHI-7)", "'CHI-7' is no row");
    refused("row()", "write row(one id)");
  }

  @Test
  void aParserCanBeUsedAgainAfterAComplaint() {
    refused("reported(yes(bleu))", "blue");

    assertThat(parser.parse("yes(blue)").text()).isEqualTo("yes(blue)");
  }
}
