package org.denba.engine.proof;

import java.util.List;

/**
 * What was proved of one protocol at an earlier time.
 *
 * @param protocol its id
 * @param provedDigest the digest of the rule files that were proved
 * @param stale whether the rules are others by now: then nothing here is proved of them
 * @param subjects its sub-charts and derived signs
 */
public record ProofStatus(
    String protocol, String provedDigest, boolean stale, List<SubjectStatus> subjects) {

  public ProofStatus {
    subjects = List.copyOf(subjects);
  }

  /** The sub-charts of one chart; those that span charts stand under their own names. */
  public List<SubjectStatus> ofChart(String chart) {
    return subjects.stream()
        .filter(subject -> subject.chart() && subject.id().startsWith(chart + "/"))
        .toList();
  }

  /** Whether these rules hold, but for exceptions that they declare. */
  public boolean holds() {
    return !stale && subjects.stream().allMatch(SubjectStatus::holds);
  }
}
