package org.denba.engine.mutation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.denba.engine.assessment.Assessment;
import org.denba.engine.condition.Condition;
import org.denba.engine.protocol.ActionRule;
import org.denba.engine.protocol.Alternative;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.protocol.Row;
import org.denba.engine.triage.CaseProbe;

/** In which rules two readings of a protocol differ. */
final class RuleDifferences {

  private final Protocol was;
  private final boolean sameShape;
  private final List<Difference> differences;
  private final List<ActionRule> actions = new ArrayList<>();

  RuleDifferences(Protocol was, Protocol is) {
    this.was = was;
    this.sameShape = sameShape(is);
    this.differences = differences(is);
    List<Object> now = is.actions().stream().map(RuleDifferences::said).toList();
    was.actions().stream().filter(each -> !now.contains(said(each))).forEach(actions::add);
  }

  private static Object said(ActionRule action) {
    return Arrays.asList(
        action.rows().stream().map(Row::id).toList(),
        action.action(),
        action.when(),
        action.unless(),
        action.unlessPossible(),
        action.days());
  }

  /** Whether a rule that differs holds here before and not after, or the other way round. */
  boolean show(Assessment seen) {
    return differences.stream().anyMatch(each -> each.shows(seen));
  }

  /** How much is missing until one of the rules that differ is proved; 0 where one is. */
  int missing(CaseProbe.Seen seen) {
    return Stream.concat(
            differences.stream().map(each -> missing(each.either(), seen.assessment())),
            actions.stream().map(action -> missing(action, seen)))
        .mapToInt(Integer::intValue)
        .min()
        .orElse(0);
  }

  private static int missing(List<Condition> conditions, Assessment seen) {
    return (int) conditions.stream().filter(each -> !each.test(seen, false)).count();
  }

  private static int missing(ActionRule action, CaseProbe.Seen seen) {
    int row = seen.concerns(action) ? 0 : 2;
    return row + (seen.applies(action) ? 0 : 1);
  }

  /**
   * Whether the same rules stand in the same order and say the same: rows that change places keep
   * their names, and a colour may be a condition of something else.
   */
  private boolean sameShape(Protocol changed) {
    return changed.slots() == was.slots()
        && said(changed).equals(said(was))
        && names(changed).equals(names(was));
  }

  /** What the rows say when they hold, whatever their conditions. */
  private static List<List<Object>> said(Protocol protocol) {
    List<List<Object>> said = new ArrayList<>();
    for (Row row : protocol.rows()) {
      said.add(Arrays.asList(row.id(), row.classification(), row.colour(), row.followUp()));
      row.lines().forEach(line -> said.add(List.of(line.urgency(), line.flag())));
    }
    return said;
  }

  private static List<String> names(Protocol protocol) {
    return protocol.alternatives().stream().map(RuleDifferences::name).toList();
  }

  /** Conditions before and after; null where there were none. */
  private record Difference(List<Condition> before, List<Condition> after) {

    List<Condition> either() {
      return before == null ? after : before;
    }

    boolean shows(Assessment seen) {
      return holds(before, seen, true) != holds(after, seen, true)
          || holds(before, seen, false) != holds(after, seen, false);
    }

    private static boolean holds(List<Condition> all, Assessment seen, boolean possible) {
      return all != null && all.stream().allMatch(each -> each.test(seen, possible));
    }
  }

  private List<Difference> differences(Protocol changed) {
    List<Difference> differences = new ArrayList<>();
    if (!sameShape(changed)) {
      Map<String, Alternative> left = new HashMap<>();
      changed.alternatives().forEach(each -> left.put(name(each), each));
      was.alternatives().stream()
          .filter(each -> !left.containsKey(name(each)))
          .forEach(each -> differences.add(new Difference(each.conditions(), null)));
      return differences;
    }
    for (int i = 0; i < changed.alternatives().size(); i++) {
      List<Condition> before = was.alternatives().get(i).conditions();
      List<Condition> after = changed.alternatives().get(i).conditions();
      if (!Objects.equals(before, after)) {
        differences.add(new Difference(before, after));
      }
    }
    return differences;
  }

  private static String name(Alternative rule) {
    return rule.where().split(":")[0] + " " + rule.name();
  }
}
