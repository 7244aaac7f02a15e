package org.denba.engine.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.denba.engine.assessment.Assessment;
import org.denba.engine.condition.AllOf;
import org.denba.engine.condition.AnyOf;
import org.denba.engine.condition.Compare;
import org.denba.engine.condition.Condition;
import org.denba.engine.condition.Reported;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.protocol.ActionRule;
import org.denba.engine.triage.CaseProbe.Seen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every number in a chart, a derived sign or an action has a case on each side of it, one step of
 * the measurement away at most, in which everything else that the rule asks for is true: so the
 * number alone decides.
 */
@ParameterizedClass
@MethodSource("org.denba.engine.verification.BuiltInCases#protocols")
class BoundCoverageTest {

  @Parameter BuiltInCases builtIn;

  /**
   * The steps in which a unit is measured and written; everything else is counted in whole units.
   */
  private static final Map<String, Double> STEPS =
      Map.of("Cel", 0.1, "{Zscore}", 0.01, "mmol/L", 0.1, "kg", 0.1);

  /**
   * Bounds that cannot be missed while everything else holds. Under 6 months "no length board" does
   * not close weight for length, so the line for a child without it never gets as far as the age.
   */
  private static final Set<String> NEVER_MISSED = Set.of("NUT-4.c: atLeast(age-months, 6)");

  private static final double NOTHING = 1e-9;

  /** A condition with a number, in a rule whose other conditions must hold. */
  private record Bound(
      String rule, Compare compare, Condition part, List<Condition> others, ActionRule action) {}

  @Test
  void everyBoundHasACaseWhereItIsReached() {
    assertThat(
            bounds()
                .filter(
                    bound -> builtIn.seen().stream().noneMatch(seen -> decides(bound, seen, true)))
                .map(this::text))
        .isEmpty();
  }

  @Test
  void everyBoundHasACaseWhereItIsJustMissed() {
    assertThat(
            bounds()
                .filter(
                    bound ->
                        !isBeyondTheAges(bound)
                            && NEVER_MISSED.stream().noneMatch(text(bound)::endsWith))
                .filter(
                    bound -> builtIn.seen().stream().noneMatch(seen -> decides(bound, seen, false)))
                .map(this::text))
        .isEmpty();
  }

  @Test
  void boundsAreFound() {
    assertThat(bounds()).isNotEmpty();
    if (!builtIn.id().equals("imci-child")) {
      return;
    }
    assertThat(bounds().map(bound -> bound.compare().text()))
        .contains(
            "atLeast(respiratory-rate, 50)",
            "below(spo2, {imci.spo2-refer-below})",
            "below(weight, 5)",
            "atLeast(hb, 70)");
  }

  private Stream<Bound> bounds() {
    Stream<Bound> rules =
        builtIn.protocol().alternatives().stream()
            .filter(rule -> builtIn.protocol().guardedBy(rule.target()) < 0)
            .flatMap(rule -> bounds(rule.where() + " " + rule.name(), rule.conditions(), null));
    Stream<Bound> actions =
        builtIn.protocol().actions().stream()
            .filter(action -> action.when() != null)
            .flatMap(
                action ->
                    bounds(
                        "actions.csv "
                            + (action.forAll() ? "*" : action.rows().get(0).id())
                            + " "
                            + action.action(),
                        parts(action.when()),
                        action));
    return Stream.concat(rules, actions);
  }

  private Stream<Bound> bounds(String rule, List<Condition> conditions, ActionRule action) {
    return conditions.stream()
        .flatMap(
            part ->
                compares(part)
                    .map(
                        compare ->
                            new Bound(
                                rule,
                                compare,
                                part,
                                conditions.stream().filter(other -> other != part).toList(),
                                action)));
  }

  private List<Condition> parts(Condition condition) {
    return condition instanceof AllOf all ? all.parts() : List.of(condition);
  }

  private Stream<Compare> compares(Condition condition) {
    if (condition instanceof Compare compare) {
      return Stream.of(compare);
    }
    if (condition instanceof Reported reported) {
      return compares(reported.sign());
    }
    if (condition instanceof AllOf all) {
      return all.parts().stream().flatMap(this::compares);
    }
    return condition instanceof AnyOf any
        ? any.parts().stream().flatMap(this::compares)
        : Stream.empty();
  }

  /**
   * In this case everything but the number is true, and the number lies just on the wanted side.
   */
  private boolean decides(Bound bound, Seen seen, boolean reached) {
    Assessment assessment = seen.assessment();
    Compare compare = bound.compare();
    if (!assessment.isKnown(compare.slot())
        || assessment.low(compare.slot()) != assessment.high(compare.slot())) {
      return false;
    }
    double distance = assessment.low(compare.slot()) - compare.threshold().value(assessment);
    double step = step(compare);
    boolean lowerIsOutside =
        compare.operator() == Compare.Operator.AT_LEAST
            || compare.operator() == Compare.Operator.BELOW;
    boolean near =
        lowerIsOutside
            ? distance >= -step - NOTHING && distance < step - NOTHING
            : distance > -step + NOTHING && distance <= step + NOTHING;
    return near
        && compare.certain(assessment) == reached
        && bound.part().certain(assessment) == reached
        && bound.others().stream().allMatch(other -> other.certain(assessment))
        && (bound.action() == null || seen.concerns(bound.action()));
  }

  private static double step(Compare compare) {
    DataElement element = BuiltInCases.ENGINE.dictionary().elements().get(compare.slot());
    return STEPS.getOrDefault(element.unit(), 1.0);
  }

  /** The youngest age of the protocol has no younger side. */
  private boolean isBeyondTheAges(Bound bound) {
    return bound.compare().id().equals("age-months")
        && bound
            .compare()
            .threshold()
            .text()
            .equals(String.valueOf(builtIn.protocol().file().ageMonths().orElseThrow().from()));
  }

  private String text(Bound bound) {
    return bound.rule() + ": " + bound.compare().text();
  }
}
