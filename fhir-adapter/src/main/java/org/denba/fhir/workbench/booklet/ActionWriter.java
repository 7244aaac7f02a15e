package org.denba.fhir.workbench.booklet;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.denba.engine.condition.Condition;
import org.denba.engine.protocol.ActionRule;
import org.denba.engine.protocol.DayCount;
import org.denba.engine.protocol.Row;
import org.denba.fhir.workbench.booklet.ChartView.ActionView;

/** Writes what a row asks to be done. */
final class ActionWriter {

  private static final String RECOMMENDATION = "recommendation.";

  private final ProtocolWords words;
  private final Phrases phrases;
  private final Predicate<String> dosed;

  ActionWriter(ProtocolWords words, Phrases phrases, Predicate<String> dosed) {
    this.words = words;
    this.phrases = phrases;
    this.dosed = dosed;
  }

  /** The treatments and actions of a row, in the order of the rules. */
  List<ActionView> of(Row row) {
    return words.protocol().actionsOf(row).stream()
        .filter(action -> !action.action().equals(ActionRule.FOLLOW_UP))
        .map(action -> view(action, row))
        .distinct()
        .toList();
  }

  private ActionView view(ActionRule action, Row row) {
    String key = RECOMMENDATION + (action.text().isEmpty() ? action.action() : action.text());
    String text = words.text(key, Map.of("rows", words.rowName(row)));
    String days = action.days().isEmpty() ? "" : words.message("action.days", days(action.days()));
    String extent =
        action.extent() == ActionRule.Extent.AS_URGENCY_SAYS
            ? ""
            : words.message("extent." + action.extent().word());
    return new ActionView(
        action.action(),
        text,
        clauses(action.when()),
        unless(action),
        (days + " " + extent).strip(),
        dosed.test(action.action()));
  }

  private List<Clause> unless(ActionRule action) {
    List<Clause> unless = new ArrayList<>(clauses(action.unless()));
    unless.addAll(clauses(action.unlessPossible()));
    return List.copyOf(unless);
  }

  private List<Clause> clauses(Condition condition) {
    return condition == null ? List.of() : List.of(phrases.of(condition));
  }

  /** When to come back, one sentence for each visit. */
  List<String> followUps(Row row) {
    Set<String> visits = new LinkedHashSet<>();
    if (row.followUp() != null) {
      row.followUp()
          .days()
          .forEach(day -> visits.add(followUp(row.followUp().text(), day(day), "")));
    }
    words.protocol().actionsOf(row).stream()
        .filter(action -> action.action().equals(ActionRule.FOLLOW_UP))
        .forEach(action -> visits.addAll(followUps(action)));
    return List.copyOf(visits);
  }

  private List<String> followUps(ActionRule action) {
    String when =
        action.when() == null
            ? ""
            : " (" + words.message("action.when") + " " + phrases.of(action.when()).text() + ")";
    if (action.days().isEmpty()) {
      return List.of(followUp(action.text(), "", action.hours()) + when);
    }
    return action.days().stream()
        .map(day -> followUp(action.text(), day(day), action.hours()) + when)
        .toList();
  }

  private String followUp(String key, String days, String hours) {
    return words.text(key, Map.of("days", days, "hours", hours));
  }

  private String days(List<DayCount> counts) {
    return counts.stream().map(this::day).collect(Collectors.joining(", "));
  }

  /** A number of days; open where it goes by the patient. */
  private String day(DayCount count) {
    if (count instanceof DayCount.Fixed fixed) {
      return Integer.toString(fixed.number());
    }
    return count instanceof DayCount.OfParameter parameter ? words.active(parameter.id()) : "…";
  }
}
