package org.denba.engine.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import org.denba.engine.assessment.Finding;
import org.denba.engine.assessment.Status;
import org.denba.engine.protocol.ActionRule;
import org.denba.engine.protocol.Alternative;
import org.denba.engine.protocol.Closing;
import org.denba.engine.protocol.IntakeRule;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.protocol.Row;
import org.denba.engine.triage.CaseProbe.Seen;
import org.junit.jupiter.api.Test;

/**
 * No rule is without a case: every line, derived sign, action, guard, closing answer and intake
 * rule is met by at least one.
 */
class CaseCoverageTest {

  private static final Protocol PROTOCOL = BuiltInCases.PROBE.protocol();

  @Test
  void everyLineOfEveryRowFires() {
    assertThat(
            lines()
                .filter(line -> never(seen -> line.alternative().test(seen.assessment(), false)))
                .map(CaseCoverageTest::place))
        .isEmpty();
  }

  @Test
  void everyRowWinsInACase() {
    assertThat(
            PROTOCOL.rows().stream()
                .filter(row -> never(seen -> seen.proved().contains(row)))
                .map(Row::id))
        .isEmpty();
  }

  @Test
  void everyRowAboveGreenIsLeftOpenInACase() {
    assertThat(
            PROTOCOL.rows().stream()
                .filter(Row::classifies)
                .filter(row -> never(seen -> seen.assessment().isOpen(row.slot())))
                .map(Row::id))
        .isEmpty();
  }

  @Test
  void everyDerivedRuleFires() {
    assertThat(
            PROTOCOL.alternatives().stream()
                .filter(rule -> rule.where().contains(".drl"))
                .filter(rule -> never(seen -> rule.test(seen.assessment(), false)))
                .map(rule -> rule.where() + " " + rule.name()))
        .isEmpty();
  }

  @Test
  void everyActionLineIsAskedFor() {
    assertThat(
            PROTOCOL.actions().stream()
                .filter(action -> never(seen -> seen.concerns(action) && seen.applies(action)))
                .map(CaseCoverageTest::place))
        .isEmpty();
  }

  @Test
  void everyConditionalActionLineIsWithheldInACase() {
    assertThat(
            PROTOCOL.actions().stream()
                .filter(
                    action ->
                        action.when() != null
                            || action.unless() != null
                            || action.unlessPossible() != null)
                .filter(action -> never(seen -> seen.concerns(action) && !seen.applies(action)))
                .map(CaseCoverageTest::place))
        .isEmpty();
  }

  @Test
  void everyGuardClosesAndOpensItsQuestion() {
    List<Alternative> guards =
        PROTOCOL.alternatives().stream()
            .filter(rule -> PROTOCOL.guardedBy(rule.target()) >= 0)
            .toList();
    assertThat(guards).isNotEmpty();
    assertThat(
            guards.stream()
                .filter(
                    guard ->
                        never(
                            seen ->
                                seen.assessment().status(PROTOCOL.guardedBy(guard.target()))
                                    == Status.NOT_NEEDED))
                .map(guard -> guard.name() + " is always needed"))
        .isEmpty();
    assertThat(
            guards.stream()
                .filter(
                    guard ->
                        never(
                            seen -> seen.assessment().isAsked(PROTOCOL.guardedBy(guard.target()))))
                .map(guard -> guard.name() + " is never needed"))
        .isEmpty();
  }

  @Test
  void everyClosingAnswerClosesAndOtherReasonsLeaveOpen() {
    assertThat(
            PROTOCOL.closings().stream()
                .filter(closing -> never(seen -> has(seen, closing, Status.CLOSED)))
                .map(CaseCoverageTest::element))
        .isEmpty();
    assertThat(
            PROTOCOL.closings().stream()
                .filter(closing -> !closing.reasons().isEmpty() || closing.whenKnown() >= 0)
                .filter(closing -> never(seen -> has(seen, closing, Status.NOT_DONE)))
                .map(CaseCoverageTest::element))
        .isEmpty();
  }

  @Test
  void everyIntakeRuleIsMet() {
    assertThat(
            PROTOCOL.intake().stream()
                .filter(
                    rule ->
                        BuiltInCases.CASES.stream()
                            .noneMatch(
                                each ->
                                    told(rule, each.request().findings().get(rule.from().id()))))
                .map(rule -> rule.from().id() + " " + rule.value()))
        .isEmpty();
  }

  private static java.util.stream.Stream<Row.Line> lines() {
    return PROTOCOL.rows().stream().flatMap(row -> row.lines().stream());
  }

  private static boolean never(Predicate<Seen> happens) {
    return BuiltInCases.SEEN.stream().noneMatch(happens);
  }

  private static boolean has(Seen seen, Closing closing, Status status) {
    return seen.assessment().status(closing.slot()) == status;
  }

  private static boolean told(IntakeRule rule, Finding finding) {
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

  private static String place(Row.Line line) {
    return line.alternative().where() + " " + line.alternative().name();
  }

  private static String place(ActionRule action) {
    return (action.row() == null ? "*" : action.row().id())
        + " "
        + action.action()
        + " "
        + action.text()
        + (action.when() == null ? "" : " when " + action.when().text())
        + (action.unless() == null ? "" : " unless " + action.unless().text());
  }

  private static String element(Closing closing) {
    return BuiltInCases.ENGINE.dictionary().elements().get(closing.slot()).id();
  }
}
