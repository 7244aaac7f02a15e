package org.denba.engine.properties;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.denba.engine.assessment.Finding;
import org.denba.engine.triage.TriageResult;
import org.denba.engine.triage.Urgency;
import org.junit.jupiter.api.Test;

/**
 * Asking what is still to assess, always the first question, ends with a decided and complete
 * answer (contract §1, stillToAssess). How many questions that takes is written to {@code
 * target/questions.txt}.
 *
 * <p>{@code -Ddenba.children=10000} simulates that many children of each kind of start.
 */
class QuestionsEndTest {

  private static final int CHILDREN = Integer.getInteger("denba.children", 150);
  private static final long SEED = 20261122;

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

  /** How an interview went. */
  private record Interview(int questions, TriageResult answer) {}

  @Test
  void askingInOrderAlwaysEndsDecidedAndComplete() throws IOException {
    Map<String, List<String>> starts = new LinkedHashMap<>();
    starts.put("nothing but the age", List.of());
    starts.put("community health worker", COMMUNITY);
    starts.put("nurse", NURSE);
    List<String> report = new ArrayList<>();
    report.add(CHILDREN + " children of each kind, seed " + SEED + "; questions until complete:");
    for (Map.Entry<String, List<String>> start : starts.entrySet()) {
      Random random = new Random(SEED);
      Map<Urgency, List<Integer>> counts = new LinkedHashMap<>();
      for (int i = 0; i < CHILDREN; i++) {
        Interview interview = interview(new HiddenChild(random), start.getValue());
        counts
            .computeIfAbsent(interview.answer().urgency(), u -> new ArrayList<>())
            .add(interview.questions());
      }
      List<Integer> all = new ArrayList<>();
      counts.values().forEach(all::addAll);
      report.add(line(start.getKey(), all));
      counts.forEach((urgency, some) -> report.add(line("  that ends " + urgency.code(), some)));
    }
    Files.createDirectories(Path.of("target"));
    Files.write(Path.of("target", "questions.txt"), report);
  }

  private static Interview interview(HiddenChild child, List<String> known) {
    Visit visit = child.knowing(known);
    TriageResult answer = visit.triage();
    List<String> asked = new ArrayList<>();
    while (!answer.complete()) {
      String question = next(answer, visit, asked);
      asked.add(question);
      visit = child.told(visit, question);
      answer = visit.triage();
    }
    assertThat(answer.decided()).isTrue();
    assertThat(asked).as("questions").hasSizeLessThanOrEqualTo(MOST);
    return new Interview(asked.size(), answer);
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
    Collections.sort(counts);
    return String.format(
        Locale.ROOT,
        "%-32s %6d children: median %d, 90th percentile %d, most %d, mean %.1f",
        what,
        counts.size(),
        counts.get(counts.size() / 2),
        counts.get(Math.min(counts.size() - 1, counts.size() * 9 / 10)),
        counts.get(counts.size() - 1),
        counts.stream().mapToInt(Integer::intValue).average().orElseThrow());
  }
}
