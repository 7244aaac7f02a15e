package org.denba.engine.triage;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.denba.engine.assessment.Assessment;
import org.denba.engine.protocol.ActionRule;
import org.denba.engine.protocol.DayCount;
import org.denba.engine.protocol.Row;
import org.denba.engine.text.Texts;
import org.denba.engine.triage.TriageResult.Recommendation;

/** When a patient comes back. */
final class FollowUps {

  private final Outcome outcome;
  private final boolean finalAdvice;
  private final Texts texts;
  private final String language;

  FollowUps(Outcome outcome, boolean finalAdvice, Texts texts, String language) {
    this.outcome = outcome;
    this.finalAdvice = finalAdvice;
    this.texts = texts;
    this.language = language;
  }

  /**
   * The follow-up that the row itself names, unless an action line names another. A patient who is
   * referred urgently comes back only for what the row says as a course (a referral refused).
   */
  void add(Row row, boolean urgent, List<Recommendation> recommendations) {
    Assessment assessment = outcome.encounter().assessment();
    for (ActionRule rule : outcome.encounter().protocol().actionsOf(row)) {
      if (rule.action().equals(ActionRule.FOLLOW_UP)
          && (!urgent || rule.extent() == ActionRule.Extent.COURSE)
          && Recommendations.applies(rule, assessment)) {
        if (rule.days().isEmpty()) {
          recommendations.add(followUp(row, 0, rule.hours(), rule.text()));
        }
        add(row, rule.days(), rule.hours(), rule.text(), recommendations);
        return;
      }
    }
    if (!urgent && row.followUp() != null) {
      add(row, row.followUp().days(), "", row.followUp().text(), recommendations);
    }
  }

  private void add(
      Row row,
      List<DayCount> visits,
      String hours,
      String key,
      List<Recommendation> recommendations) {
    for (DayCount visit : visits) {
      OptionalInt days = visit.days(outcome.encounter().assessment());
      if (days.isPresent()) {
        recommendations.add(followUp(row, days.getAsInt(), hours, key));
      }
    }
  }

  private Recommendation followUp(Row row, int days, String hours, String key) {
    LocalDate due = outcome.encounter().date().plusDays(days);
    String text = texts.get(language, key, Map.of("days", days, "date", due, "hours", hours));
    return new Recommendation(
        Recommendations.FOLLOW_UP,
        "FU-" + row.id(),
        text,
        List.of(row.id()),
        finalAdvice,
        row.source(),
        null,
        List.of(),
        List.of(),
        null,
        days,
        due);
  }
}
