package org.denba.engine.impact;

import java.util.List;

/**
 * What an edit of the rules changes, in the files and for patients.
 *
 * @param changes what differs in the files
 * @param protocols the protocols whose rules differ
 * @param count how many patients
 * @param flows how many go from which urgency to which
 * @param moves what happens to them, the most dangerous first
 * @param cases the cases that are answered otherwise, the most dangerous first
 * @param space the part of the space of inputs of each chart and derived sign that moves
 * @param unreadable the first lines of the cohort that are no request
 */
public record ImpactReport(
    RuleChanges changes,
    List<String> protocols,
    CohortCount count,
    List<UrgencyFlow> flows,
    List<MoveGroup> moves,
    List<ChangedCase> cases,
    List<SpaceChange> space,
    List<CohortLine.Unreadable> unreadable) {

  /** Whether some patient, case or input is answered otherwise in more than words. */
  public boolean isClinical() {
    return count.clinical() > 0
        || cases.stream().anyMatch(each -> !each.moves().isEmpty() && each.worst().isClinical())
        || space.stream().anyMatch(SpaceChange::isMoving);
  }

  /** Whether somebody may be seen less soon, or is not answered, or not looked at further. */
  public boolean isLessUrgent() {
    return count.lessUrgent() > 0
        || cases.stream()
            .flatMap(each -> each.moves().stream())
            .anyMatch(m -> m.kind().isLessUrgent())
        || space.stream().anyMatch(SpaceChange::isLessUrgent);
  }

  /**
   * Whether a patient may come to harm: somebody less urgent, less treatment, more or less of a
   * medicine. A dose that was edited counts although nobody who was looked at gets it: that nobody
   * is seen to be harmed does not prove that nobody is.
   */
  public boolean isDangerous() {
    return count.dangerous() > 0
        || isLessUrgent()
        || cases.stream()
            .flatMap(each -> each.moves().stream())
            .anyMatch(move -> move.kind().isDangerous())
        || changes.changes().stream().anyMatch(RuleChange::isDose);
  }

  /** Whether the two sets of rule files are the same, down to the last word. */
  public boolean isNothing() {
    return changes.isEmpty() && !isClinical() && count.changed() == 0;
  }
}
