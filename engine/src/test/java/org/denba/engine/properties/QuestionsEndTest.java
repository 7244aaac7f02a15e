package org.denba.engine.properties;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.denba.engine.assessment.Finding;
import org.denba.engine.protocol.Urgency;
import org.denba.engine.triage.TriageResult;
import org.junit.jupiter.api.Test;

/**
 * Asking what is still to assess, always the first question, ends with a decided and complete
 * answer (contract §1, stillToAssess). How many questions that takes is written to {@code
 * target/questions.txt}.
 *
 * <p>{@code -Ddenba.children=10000} simulates that many children of each kind of start.
 */
class QuestionsEndTest {

  private static final int CHILDREN = Integer.getInteger("denba.children", 300);
  private static final long SEED = 20261122;
  private static final Path REPORT = Path.of("target", "questions.txt");

  /** No child needs more questions than a nurse could ask with the booklet in hand. */
  private static final int MOST = 60;

  /** What a community health worker has written down before anything else. */
  private static final List<String> COMMUNITY =
      List.of(
          "cough",
          "diarrhoea",
          "fever-history",
          "unable-drink-breastfeed",
          "vomits-everything",
          "convulsions-this-illness",
          "convulsing-now",
          "lethargic",
          "unconscious",
          "muac");

  /** The IMCI checklist of a nurse: all of it, without a laboratory (haemoglobin, HIV). */
  private static final List<String> NURSE =
      List.of(
          "sex",
          "weight",
          "length-height",
          "temperature-axillary",
          "unable-drink-breastfeed",
          "vomits-everything",
          "convulsions-this-illness",
          "convulsing-now",
          "lethargic",
          "unconscious",
          "cough",
          "difficult-breathing",
          "cough-duration-days",
          "respiratory-rate",
          "chest-indrawing",
          "stridor-calm",
          "wheeze",
          "diarrhoea",
          "diarrhoea-duration-days",
          "blood-in-stool",
          "restless-irritable",
          "sunken-eyes",
          "drinking-status",
          "skin-pinch",
          "fever-history",
          "fever-duration-days",
          "fever-every-day",
          "stiff-neck",
          "runny-nose",
          "malaria-test",
          "bacterial-cause-of-fever",
          "rash-generalised",
          "red-eyes",
          "measles-last-3-months",
          "mouth-ulcers",
          "pus-from-eye",
          "cornea-clouding",
          "ear-problem",
          "ear-pain",
          "ear-pus-seen",
          "ear-discharge-days",
          "mastoid-swelling",
          "oedema-feet",
          "muac",
          "palmar-pallor",
          "hiv-mother");

  /**
   * How an interview went.
   *
   * @param toUrgent questions until urgent referral was proved, or -1
   * @param questions questions until the answer was complete
   * @param answer the answer at the end
   */
  private record Interview(int toUrgent, int questions, TriageResult answer) {}

  @Test
  void askingInOrderAlwaysEndsDecidedAndComplete() throws IOException {
    List<String> report = new ArrayList<>();
    report.add("Questions until the answer is complete, seed " + SEED);
    report.addAll(interviews("knowing only the age", CHILDREN / 5, List.of()));
    report.addAll(interviews("community health worker", CHILDREN, COMMUNITY));
    report.addAll(interviews("nurse without laboratory", CHILDREN, NURSE));
    Files.createDirectories(REPORT.getParent());
    Files.write(REPORT, report);
  }

  private static List<String> interviews(String start, int children, List<String> known) {
    Random random = new Random(SEED);
    List<Integer> all = new ArrayList<>();
    List<Integer> toUrgent = new ArrayList<>();
    Map<Urgency, List<Integer>> byEnd = new EnumMap<>(Urgency.class);
    for (int i = 0; i < children; i++) {
      Interview interview = interview(new HiddenChild(random), known);
      all.add(interview.questions());
      byEnd
          .computeIfAbsent(interview.answer().urgency(), end -> new ArrayList<>())
          .add(interview.questions());
      if (interview.toUrgent() >= 0) {
        toUrgent.add(interview.toUrgent());
      }
    }
    List<String> lines = new ArrayList<>();
    lines.add(line(start, all));
    byEnd.forEach((end, counts) -> lines.add(line("  that ends " + end.code(), counts)));
    lines.add(line("  until refer-urgent is proved", toUrgent));
    return lines;
  }

  private static Interview interview(HiddenChild child, List<String> known) {
    Visit visit = child.knowing(known);
    TriageResult answer = visit.triage();
    List<String> asked = new ArrayList<>();
    int toUrgent = -1;
    while (!answer.complete()) {
      if (toUrgent < 0 && answer.urgency() == Urgency.REFER_URGENT) {
        toUrgent = asked.size();
      }
      String question = next(answer, visit, asked);
      asked.add(question);
      visit = child.told(visit, question);
      answer = visit.triage();
    }
    if (toUrgent < 0 && answer.urgency() == Urgency.REFER_URGENT) {
      toUrgent = asked.size();
    }
    assertThat(answer.decided()).isTrue();
    assertThat(asked).as("questions").hasSizeLessThanOrEqualTo(MOST);
    return new Interview(toUrgent, asked.size(), answer);
  }

  /** The first question that nobody answered yet; what was answered "not done" stays unknown. */
  private static String next(TriageResult answer, Visit visit, List<String> asked) {
    return answer.stillToAssess().stream()
        .map(TriageResult.Question::dataElement)
        .filter(id -> !(visit.findings().get(id) instanceof Finding.NotDone))
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "a dead end: only "
                        + answer.stillToAssess()
                        + " after "
                        + asked
                        + " of "
                        + visit));
  }

  private static String line(String what, List<Integer> counts) {
    if (counts.isEmpty()) {
      return what + ": no child";
    }
    Collections.sort(counts);
    int last = counts.size() - 1;
    return String.format(
        Locale.ROOT,
        "%-32s %6d children: median %d, 90th percentile %d, most %d, mean %.1f",
        what,
        counts.size(),
        counts.get(last / 2),
        counts.get(last * 9 / 10),
        counts.get(last),
        counts.stream().mapToInt(Integer::intValue).average().orElseThrow());
  }
}
