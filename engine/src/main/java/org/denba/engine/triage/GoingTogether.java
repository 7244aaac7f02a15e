package org.denba.engine.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.denba.engine.protocol.Treatment;
import org.denba.engine.text.Texts;
import org.denba.engine.triage.TriageResult.Recommendation;
import org.denba.engine.triage.TriageResult.Referral;

/** A mother and her newborn are referred together: where one of them goes, so does the other. */
final class GoingTogether {

  private final Treatment action;

  GoingTogether(Treatment action) {
    this.action = action;
  }

  /** The answer for two patients; each says so where one of them is referred. */
  TriageResult with(TriageResult first, TriageResult second, Texts texts) {
    if (first.referral() == null && second.referral() == null) {
      return saying(first, second, texts).withCompanion(second);
    }
    List<String> reasons =
        Stream.of(first.referral(), second.referral())
            .filter(referral -> referral != null)
            .map(Referral::reasons)
            .flatMap(List::stream)
            .distinct()
            .toList();
    return both(saying(first, second, texts), reasons, texts)
        .withCompanion(both(second, reasons, texts));
  }

  /**
   * A client that shows the first summary only must not miss the second patient; the more urgent of
   * the two is said first.
   */
  private static TriageResult saying(TriageResult first, TriageResult second, Texts texts) {
    String also =
        texts.get(first.language(), "summary.companion", Map.of("summary", second.summary()));
    boolean secondIsWorse = second.urgency().compareTo(first.urgency()) > 0;
    return first.withSummary(
        secondIsWorse ? also + " " + first.summary() : first.summary() + " " + also);
  }

  private TriageResult both(TriageResult result, List<String> reasons, Texts texts) {
    String words = texts.get(result.language(), "recommendation." + action.id(), Map.of());
    List<Recommendation> recommendations = new ArrayList<>(result.recommendations());
    recommendations.add(
        new Recommendation(
            action.kind(),
            action.id(),
            words,
            reasons,
            result.decided() && result.complete(),
            action.source(),
            null,
            List.of(),
            List.of(),
            null,
            null,
            null));
    TriageResult both = result.withRecommendations(recommendations);
    // who needs no referral alone would else read "care at home" while the other leaves
    return result.referral() == null ? both.withSummary(words + " " + both.summary()) : both;
  }
}
