package org.denba.engine.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import org.denba.engine.assessment.Finding;
import org.denba.engine.assessment.Status;
import org.denba.engine.condition.Otherwise;
import org.denba.engine.protocol.ActionRule;
import org.denba.engine.protocol.Alternative;
import org.denba.engine.protocol.Closing;
import org.denba.engine.protocol.IntakeRule;
import org.denba.engine.protocol.Row;
import org.denba.engine.triage.CaseProbe.Seen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No rule is without a case: every line, derived sign, action, guard, closing answer and intake
 * rule is met by at least one.
 */
@ParameterizedClass
@MethodSource("org.denba.engine.verification.BuiltInCases#protocols")
class CaseCoverageTest {

  @Parameter BuiltInCases builtIn;

  @Test
  void everyLineOfEveryRowFires() {
    assertThat(
            lines()
                .filter(this::canBeProved)
                .filter(line -> never(seen -> line.alternative().test(seen.assessment(), false)))
                .map(this::place))
        .isEmpty();
  }

  @Test
  void everyRowWinsInACase() {
    assertThat(
            builtIn.protocol().rows().stream()
                .filter(row -> row.lines().stream().anyMatch(this::canBeProved))
                .filter(row -> never(seen -> seen.proved().contains(row)))
                .map(Row::id))
        .isEmpty();
  }

  @Test
  void everyRowAboveGreenIsLeftOpenInACase() {
    assertThat(
            builtIn.protocol().rows().stream()
                .filter(Row::classifies)
                .filter(row -> !applies(row))
                .filter(row -> !(row.isGreen() && saysTheCalendar()))
                .filter(row -> never(seen -> seen.assessment().isOpen(row.slot())))
                .map(Row::id))
        .isEmpty();
  }

  @Test
  void everyDerivedRuleFires() {
    assertThat(
            builtIn.protocol().alternatives().stream()
                .filter(rule -> rule.where().contains(".drl"))
                .filter(rule -> never(seen -> rule.test(seen.assessment(), false)))
                .map(rule -> rule.where() + " " + rule.name()))
        .isEmpty();
  }

  @Test
  void everyActionLineIsAskedFor() {
    assertThat(
            builtIn.protocol().actions().stream()
                .filter(action -> never(seen -> seen.concerns(action) && seen.applies(action)))
                .map(this::place))
        .isEmpty();
  }

  @Test
  void everyConditionalActionLineIsWithheldInACase() {
    assertThat(
            builtIn.protocol().actions().stream()
                .filter(
                    action ->
                        action.when() != null
                            || action.unless() != null
                            || action.unlessPossible() != null)
                .filter(action -> never(seen -> seen.concerns(action) && !seen.applies(action)))
                .map(this::place))
        .isEmpty();
  }

  @Test
  void everyGuardClosesAndOpensItsQuestion() {
    List<Alternative> guards =
        builtIn.protocol().alternatives().stream()
            .filter(rule -> builtIn.protocol().guardedBy(rule.target()) >= 0)
            .toList();
    assertThat(guards).isNotEmpty();
    assertThat(
            guards.stream()
                .filter(
                    guard ->
                        never(
                            seen ->
                                seen.assessment()
                                        .status(builtIn.protocol().guardedBy(guard.target()))
                                    == Status.NOT_NEEDED))
                .map(guard -> guard.name() + " is always needed"))
        .isEmpty();
    assertThat(
            guards.stream()
                .filter(
                    guard ->
                        never(
                            seen ->
                                seen.assessment()
                                    .isAsked(builtIn.protocol().guardedBy(guard.target()))))
                .map(guard -> guard.name() + " is never needed"))
        .isEmpty();
  }

  @Test
  void everyClosingAnswerClosesAndOtherReasonsLeaveOpen() {
    assertThat(
            builtIn.protocol().closings().stream()
                .filter(closing -> never(seen -> seen.assessment().isNotDone(closing.slot())))
                .map(this::element))
        .isEmpty();
    assertThat(
            builtIn.protocol().closings().stream()
                .filter(closing -> !closing.reasons().isEmpty() || closing.whenKnown() >= 0)
                .filter(
                    closing ->
                        never(
                            seen ->
                                has(seen, closing, Status.NOT_DONE)
                                    && !seen.assessment().isNotDone(closing.slot())))
                .map(this::element))
        .isEmpty();
  }

  @Test
  void everyIntakeRuleIsMet() {
    assertThat(
            builtIn.protocol().intake().stream()
                .filter(
                    rule ->
                        builtIn.cases().stream()
                            .noneMatch(
                                each ->
                                    told(rule, each.request().findings().get(rule.from().id()))))
                .map(rule -> rule.from().id() + " " + rule.value()))
        .isEmpty();
  }

  @Test
  void whatCanOnlyBePossibleIsNeverProved() {
    assertThat(
            lines()
                .filter(line -> !canBeProved(line))
                .filter(line -> !never(seen -> line.alternative().test(seen.assessment(), false)))
                .map(this::place))
        .isEmpty();
  }

  /** What the calendar works out is open only where the day of birth is not known exactly. */
  private boolean saysTheCalendar() {
    return builtIn.protocol().measurements().vaccines().isPresent();
  }

  private boolean canBeProved(Row.Line line) {
    return !line.flag().equals(Row.NEVER_PROVED);
  }

  private java.util.stream.Stream<Row.Line> lines() {
    return builtIn.protocol().rows().stream().flatMap(row -> row.lines().stream());
  }

  /** A last row that applies to everyone for whom none above it does is never open by itself. */
  private static boolean applies(Row row) {
    return row.lines().stream()
        .anyMatch(
            line -> line.alternative().conditions().stream().anyMatch(Otherwise.class::isInstance));
  }

  private boolean never(Predicate<Seen> happens) {
    return builtIn.seen().stream().noneMatch(happens);
  }

  private boolean has(Seen seen, Closing closing, Status status) {
    return seen.assessment().status(closing.slot()) == status;
  }

  private boolean told(IntakeRule rule, Finding finding) {
    if (finding == null) {
      return false;
    }
    return switch (rule.value()) {
      case "same" -> true;
      case "yes" -> finding.equals(new Finding.Answer(true));
      case "not-done" -> finding instanceof Finding.NotDone;
      case "not-done:no-device" -> finding.equals(new Finding.NotDone("no-device"));
      default -> finding.equals(new Finding.Code(rule.value()));
    };
  }

  private String place(Row.Line line) {
    return line.alternative().where() + " " + line.alternative().name();
  }

  private String place(ActionRule action) {
    return (action.forAll() ? "*" : action.rows().get(0).id())
        + " "
        + action.action()
        + " "
        + action.text()
        + (action.when() == null ? "" : " when " + action.when().text())
        + (action.unless() == null ? "" : " unless " + action.unless().text());
  }

  private String element(Closing closing) {
    return BuiltInCases.ENGINE.dictionary().elements().get(closing.slot()).id();
  }
}
