package org.denba.engine.impact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.denba.engine.TriageEngine;
import org.denba.engine.assessment.Assessment;
import org.denba.engine.condition.Condition;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.impact.SpaceChange.Extent;
import org.denba.engine.impact.SpaceSide.Result;
import org.denba.engine.protocol.Alternative;
import org.denba.engine.protocol.Chart;
import org.denba.engine.protocol.Protocol;

/**
 * Compares each sub-chart and each derived sign whose rules differ over every combination of what
 * they look at.
 */
final class SpaceImpact {

  /** As many combinations are looked at with unknown as a value of each input. */
  private static final double MOST = 1_000_000;

  /** As many are looked at where every input is known. */
  private static final double MOST_KNOWN = 10_000_000;

  private final SpaceSide before;
  private final SpaceSide after;

  private SpaceImpact(SpaceSide before, SpaceSide after) {
    this.before = before;
    this.after = after;
  }

  /** A part of the space that moves, while it is counted. */
  private static final class Counted {
    private final Map<String, String> example;
    private final boolean lessUrgent;
    private long combinations;

    Counted(Map<String, String> example, boolean lessUrgent) {
      this.example = example;
      this.lessUrgent = lessUrgent;
    }
  }

  private record Kind(String from, String to) {}

  /** What differs in the protocols that both sides have. */
  static List<SpaceChange> of(TriageEngine before, TriageEngine after, List<String> protocols) {
    List<SpaceChange> changes = new ArrayList<>();
    for (String id : protocols) {
      Optional<Protocol> old = protocol(before, id);
      Optional<Protocol> now = protocol(after, id);
      if (old.isPresent() && now.isPresent()) {
        changes.addAll(
            new SpaceImpact(
                    new SpaceSide(0, old.get(), before.dictionary().elements()),
                    new SpaceSide(1, now.get(), after.dictionary().elements()))
                .changes());
      }
    }
    return changes.stream()
        .sorted(
            Comparator.comparing(SpaceChange::isLessUrgent)
                .thenComparing(SpaceChange::isMoving)
                .reversed())
        .toList();
  }

  private static Optional<Protocol> protocol(TriageEngine engine, String id) {
    return engine.rules().stream().filter(protocol -> protocol.id().equals(id)).findFirst();
  }

  private List<SpaceChange> changes() {
    List<SpaceChange> changes = new ArrayList<>();
    Map<String, List<Alternative>> oldSigns = before.derived();
    Map<String, List<Alternative>> newSigns = after.derived();
    oldSigns.forEach(
        (id, rules) -> {
          List<Alternative> now = newSigns.get(id);
          if (now != null && !before.said(rules).equals(after.said(now))) {
            DataElement was = element(before, id);
            DataElement is = element(after, id);
            changes.add(
                compare(
                    "",
                    id,
                    rules,
                    now,
                    (side, view) ->
                        side == before
                            ? before.derived(was, rules, view)
                            : after.derived(is, now, view)));
          }
        });
    changes.addAll(subCharts());
    return changes;
  }

  /** Sub-charts that one side alone has are compared with none: all that they said moves. */
  private List<SpaceChange> subCharts() {
    Map<String, Chart.SubChart> oldCharts = before.subCharts();
    Map<String, Chart.SubChart> newCharts = after.subCharts();
    Set<String> ids = new LinkedHashSet<>(oldCharts.keySet());
    ids.addAll(newCharts.keySet());
    List<SpaceChange> changes = new ArrayList<>();
    for (String id : ids) {
      Optional<Chart.SubChart> old = Optional.ofNullable(oldCharts.get(id));
      Optional<Chart.SubChart> now = Optional.ofNullable(newCharts.get(id));
      if (!old.map(before::said).equals(now.map(after::said))) {
        changes.add(
            compare(
                old.or(() -> now).orElseThrow().rows().get(0).chart(),
                id.substring(id.indexOf('/') + 1),
                old.map(SpaceImpact::rules).orElse(List.of()),
                now.map(SpaceImpact::rules).orElse(List.of()),
                (side, view) -> side.winner(side == before ? old : now, view)));
      }
    }
    return changes;
  }

  private static DataElement element(SpaceSide side, String id) {
    return side.elements().stream().filter(e -> e.id().equals(id)).findFirst().orElseThrow();
  }

  private static List<Alternative> rules(Chart.SubChart sub) {
    return sub.rows().stream()
        .flatMap(row -> row.lines().stream())
        .map(line -> line.alternative())
        .toList();
  }

  private SpaceChange compare(
      String chart,
      String id,
      List<Alternative> old,
      List<Alternative> now,
      BiFunction<SpaceSide, Assessment, Result> outcome) {
    SpaceInputs inputs = new SpaceInputs();
    add(inputs, old, before);
    add(inputs, now, after);
    List<SpaceInput> all = inputs.all();
    double visits = inputs.settings().size() * (double) inputs.visits().size();
    boolean withUnknown = size(all, true) * visits <= MOST;
    double combinations = size(all, withUnknown) * visits;
    String protocol = before.protocol().id();
    if (combinations > MOST_KNOWN) {
      return new SpaceChange(protocol, chart, id, combinations, Extent.NOTHING, List.of());
    }
    Map<Kind, Counted> moves = new LinkedHashMap<>();
    for (String setting : inputs.settings()) {
      for (String visit : inputs.visits()) {
        Map<String, String> fixed = new LinkedHashMap<>();
        if (inputs.settings().size() > 1) {
          fixed.put("setting", setting);
        }
        if (!visit.isEmpty()) {
          fixed.put("earlier", visit);
        }
        walk(
            all,
            withUnknown,
            before.assessment(setting, visit),
            after.assessment(setting, visit),
            outcome,
            fixed,
            moves);
      }
    }
    return new SpaceChange(
        protocol,
        chart,
        id,
        combinations,
        withUnknown ? Extent.EVERYTHING : Extent.KNOWN_ONLY,
        sorted(moves));
  }

  private static void add(SpaceInputs inputs, List<Alternative> rules, SpaceSide side) {
    for (Alternative rule : rules) {
      for (Condition condition : rule.conditions()) {
        inputs.add(condition, side);
      }
    }
  }

  private static double size(List<SpaceInput> inputs, boolean withUnknown) {
    double size = 1;
    for (SpaceInput input : inputs) {
      size *= input.values(withUnknown).size();
    }
    return size;
  }

  /**
   * Every combination once, as a counter counts: mostly only one input changes from one to the
   * next.
   */
  private void walk(
      List<SpaceInput> inputs,
      boolean withUnknown,
      Assessment old,
      Assessment now,
      BiFunction<SpaceSide, Assessment, Result> outcome,
      Map<String, String> fixed,
      Map<Kind, Counted> moves) {
    List<List<SpaceInput.Value>> values =
        inputs.stream().map(input -> input.values(withUnknown)).toList();
    int[] at = new int[inputs.size()];
    for (int i = 0; i < at.length; i++) {
      set(inputs.get(i), values.get(i).get(0), old, now);
    }
    boolean more = true;
    while (more) {
      Result was = outcome.apply(before, old);
      Result is = outcome.apply(after, now);
      if (!was.text().equals(is.text())) {
        moves.computeIfAbsent(
                new Kind(was.text(), is.text()),
                kind -> new Counted(example(inputs, values, at, fixed), is.isLessUrgentThan(was)))
            .combinations++;
      }
      more = false;
      for (int i = at.length - 1; i >= 0 && !more; i--) {
        more = ++at[i] < values.get(i).size();
        at[i] = more ? at[i] : 0;
        set(inputs.get(i), values.get(i).get(at[i]), old, now);
      }
    }
  }

  private static void set(
      SpaceInput input, SpaceInput.Value value, Assessment old, Assessment now) {
    if (input.slot(0) >= 0) {
      value.setter().set(old, input.slot(0));
    }
    if (input.slot(1) >= 0) {
      value.setter().set(now, input.slot(1));
    }
  }

  private static Map<String, String> example(
      List<SpaceInput> inputs,
      List<List<SpaceInput.Value>> values,
      int[] at,
      Map<String, String> fixed) {
    Map<String, String> example = new LinkedHashMap<>(fixed);
    for (int i = 0; i < at.length; i++) {
      example.put(inputs.get(i).id(), values.get(i).get(at[i]).text());
    }
    return example;
  }

  private static List<SpaceMove> sorted(Map<Kind, Counted> moves) {
    List<SpaceMove> sorted = new ArrayList<>();
    moves.forEach(
        (kind, counted) ->
            sorted.add(
                new SpaceMove(
                    kind.from(),
                    kind.to(),
                    counted.combinations,
                    counted.example,
                    counted.lessUrgent)));
    sorted.sort(
        Comparator.comparing(SpaceMove::lessUrgent)
            .reversed()
            .thenComparing(move -> -move.combinations())
            .thenComparing(SpaceMove::from)
            .thenComparing(SpaceMove::to));
    return List.copyOf(sorted);
  }
}
