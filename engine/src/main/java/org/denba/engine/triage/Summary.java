package org.denba.engine.triage;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.denba.engine.protocol.Row;
import org.denba.engine.protocol.Urgency;
import org.denba.engine.text.Texts;
import org.denba.engine.triage.TriageResult.Classification;
import org.denba.engine.triage.TriageResult.Question;

/**
 * The one sentence for a client that shows nothing else: never reassuring while anything is open.
 */
final class Summary {

  private static final int QUESTIONS_NAMED = 4;

  private final Texts texts;
  private final String language;

  Summary(Texts texts, String language) {
    this.texts = texts;
    this.language = language;
  }

  /**
   * @param variant what stands behind the key of an urgent text, or empty
   * @param stale the day of a past visit, or null
   */
  String of(
      Urgency urgency,
      boolean closed,
      boolean covered,
      String variant,
      List<Classification> classifications,
      List<Question> questions,
      LocalDate stale) {
    String sentence = sentence(urgency, closed, covered, variant, classifications, questions);
    return stale == null
        ? sentence
        : texts.get(language, "summary.stale", Map.of("date", stale)) + " " + sentence;
  }

  private String sentence(
      Urgency urgency,
      boolean closed,
      boolean covered,
      String variant,
      List<Classification> classifications,
      List<Question> questions) {
    if (!covered && urgency == Urgency.REFER_URGENT) {
      return texts.get(language, "summary.out-of-scope.refer-urgent", Map.of());
    }
    if (urgency == Urgency.UNDETERMINED) {
      return questions.isEmpty()
          ? texts.get(language, "summary.undetermined.closed", Map.of())
          : texts.get(language, "summary.undetermined", Map.of("questions", named(questions)));
    }
    String key = "summary." + urgency.code() + variant + (closed ? "" : ".open");
    return texts.get(
        language,
        key,
        Map.of("reasons", reasons(urgency, classifications), "questions", named(questions)));
  }

  private String reasons(Urgency urgency, List<Classification> classifications) {
    return String.join(
        separator(),
        classifications.stream()
            .filter(c -> c.status() == TriageResult.Status.PROVED && c.urgency() == urgency)
            .filter(c -> !c.flags().contains(Row.PRE_REFERRAL))
            .map(this::named)
            .distinct()
            .toList());
  }

  /** A row with a name of its own (a vaccine) says it: "PENTA 1: overdue". */
  private String named(Classification row) {
    String name = "row." + row.rule();
    return texts.has(language, name)
        ? texts.get(
            language,
            "reason.named",
            Map.of("row", texts.get(language, name, Map.of()), "label", row.label()))
        : row.label();
  }

  private String named(List<Question> questions) {
    String names =
        String.join(
            separator(), questions.stream().limit(QUESTIONS_NAMED).map(Question::label).toList());
    int more = questions.size() - QUESTIONS_NAMED;
    return more > 0
        ? texts.get(language, "summary.questions.more", Map.of("questions", names, "more", more))
        : names;
  }

  private String separator() {
    return texts.get(language, "list.separator", Map.of()) + " ";
  }
}
