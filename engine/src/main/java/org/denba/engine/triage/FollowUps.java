package org.denba.engine.triage;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.denba.engine.assessment.Assessment;
import org.denba.engine.protocol.ActionRule;
import org.denba.engine.protocol.Row;
import org.denba.engine.text.Texts;
import org.denba.engine.triage.TriageResult.Recommendation;

/** When a patient who is not referred urgently comes back. */
final class FollowUps {

  private FollowUps() {}

  /** The follow-up that the row itself names, unless an action line names an earlier one. */
  static void add(
      Outcome outcome,
      Row row,
      boolean finalAdvice,
      Texts texts,
      String language,
      List<Recommendation> recommendations) {
    Assessment assessment = outcome.encounter().assessment();
    LocalDate date = outcome.encounter().date();
    for (ActionRule rule : outcome.encounter().protocol().actionsOf(row)) {
      if (rule.action().equals(ActionRule.FOLLOW_UP) && Recommendations.applies(rule, assessment)) {
        Integer days = Recommendations.days(rule.days(), assessment);
        recommendations.add(
            followUp(
                row,
                days == null ? 0 : days,
                rule.hours(),
                rule.text(),
                date,
                finalAdvice,
                texts,
                language));
        return;
      }
    }
    if (row.followUp() != null) {
      Integer days = Recommendations.days(row.followUp().days(), assessment);
      recommendations.add(
          followUp(row, days, "", row.followUp().text(), date, finalAdvice, texts, language));
    }
  }

  private static Recommendation followUp(
      Row row,
      int days,
      String hours,
      String key,
      LocalDate date,
      boolean finalAdvice,
      Texts texts,
      String language) {
    LocalDate due = date.plusDays(days);
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
