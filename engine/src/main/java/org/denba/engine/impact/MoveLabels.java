package org.denba.engine.impact;

import java.time.LocalDate;
import java.util.List;
import org.denba.engine.TriageEngine;
import org.denba.engine.triage.TriageRequest;
import org.denba.engine.verification.CaseAnswer;

/**
 * Says a report in another language: the first patient to whom something happened is asked about
 * again in that language, and what the answer calls the row, treatment or question is its label.
 */
final class MoveLabels {

  private final TriageEngine before;
  private final TriageEngine after;
  private final String language;
  private final LocalDate day;

  MoveLabels(TriageEngine before, TriageEngine after, String language, LocalDate day) {
    this.before = before;
    this.after = after;
    this.language = language;
    this.day = day;
  }

  ImpactReport of(ImpactReport report) {
    return new ImpactReport(
        report.changes(),
        report.protocols(),
        report.count(),
        report.flows(),
        report.moves().stream().map(this::of).toList(),
        report.cases(),
        report.space(),
        report.unreadable());
  }

  private MoveGroup of(MoveGroup group) {
    Move move = group.move();
    if (move.label().isEmpty() || group.examples().isEmpty()) {
      return group;
    }
    TriageRequest request = group.examples().get(0).patient().request().withLanguage(language);
    CaseAnswer old = Impact.ask(before, request, day);
    CaseAnswer now = Impact.ask(after, request, day);
    List<Move> again = AnswerComparison.of(old, now);
    String label =
        again.stream()
            .filter(each -> each.kind() == move.kind() && each.subject().equals(move.subject()))
            .map(Move::label)
            .findFirst()
            .orElse(move.label());
    return new MoveGroup(
        new Move(move.kind(), move.protocol(), move.subject(), label, move.from(), move.to()),
        group.count(),
        group.examples());
  }
}
