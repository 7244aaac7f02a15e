package org.denba.engine.impact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.denba.engine.verification.CaseAnswer;

/** Counts who moves where; of each move the first patients are kept. Not thread-safe. */
final class MoveTally {

  /** Doses by weight differ from patient to patient: from so many on they are told together. */
  private static final int MOST_DOSES = 6;

  private static final int MOST_EXAMPLES = 3;

  private record Key(MoveKind kind, String protocol, String subject, String from, String to) {}

  private record Flow(String from, String to) {}

  private static final class Group {
    private final Move move;
    private final List<MoveGroup.Example> examples = new ArrayList<>();
    private long count;

    Group(Move move) {
      this.move = move;
    }
  }

  private final Map<Key, Group> groups = new LinkedHashMap<>();
  private final Map<Flow, Long> flows = new LinkedHashMap<>();
  private final Map<String, Long> byProtocol = new TreeMap<>();
  private long compared;
  private long changed;
  private long clinical;
  private long lessUrgent;
  private long dangerous;

  void compared(CohortLine.Patient patient, CaseAnswer before, CaseAnswer after, List<Move> moves) {
    compared++;
    flows.merge(new Flow(UrgencyFlow.of(before), UrgencyFlow.of(after)), 1L, Long::sum);
    CaseAnswer answered = before.result() != null ? before : after;
    byProtocol.merge(
        answered.result() == null ? UrgencyFlow.REFUSED : answered.result().protocol().id(),
        1L,
        Long::sum);
    changed += moves.isEmpty() ? 0 : 1;
    clinical += moves.stream().anyMatch(move -> move.kind().isClinical()) ? 1 : 0;
    lessUrgent += moves.stream().anyMatch(move -> move.kind().isLessUrgent()) ? 1 : 0;
    dangerous += moves.stream().anyMatch(move -> move.kind().isDangerous()) ? 1 : 0;
    for (Move move : moves) {
      Key key = new Key(move.kind(), move.protocol(), move.subject(), move.from(), move.to());
      Group group = groups.computeIfAbsent(key, k -> new Group(move));
      group.count++;
      if (group.examples.size() < MOST_EXAMPLES) {
        group.examples.add(new MoveGroup.Example(patient, move.from(), move.to()));
      }
    }
  }

  /** The most dangerous first, then the most frequent. */
  List<MoveGroup> moves() {
    return together().stream()
        .sorted(
            Comparator.comparing((MoveGroup group) -> group.move().kind())
                .thenComparing(group -> -group.count())
                .thenComparing(group -> group.move().protocol())
                .thenComparing(group -> group.move().subject())
                .thenComparing(group -> group.move().from())
                .thenComparing(group -> group.move().to()))
        .toList();
  }

  private List<MoveGroup> together() {
    Map<Key, List<Group>> bySubject = new LinkedHashMap<>();
    groups.forEach(
        (key, group) ->
            bySubject
                .computeIfAbsent(
                    new Key(key.kind(), key.protocol(), key.subject(), "", ""),
                    k -> new ArrayList<>())
                .add(group));
    List<MoveGroup> together = new ArrayList<>();
    bySubject.forEach(
        (key, of) -> {
          if (of.size() <= MOST_DOSES) {
            of.forEach(each -> together.add(new MoveGroup(each.move, each.count, each.examples)));
          } else {
            together.add(many(of));
          }
        });
    return together;
  }

  private static MoveGroup many(List<Group> of) {
    Move first = of.get(0).move;
    Move any = new Move(first.kind(), first.protocol(), first.subject(), first.label(), "", "");
    List<MoveGroup.Example> examples =
        of.stream()
            .flatMap(group -> group.examples.stream())
            .sorted(Comparator.comparingLong(example -> example.patient().number()))
            .limit(MOST_EXAMPLES)
            .toList();
    return new MoveGroup(any, of.stream().mapToLong(group -> group.count).sum(), examples);
  }

  /** From the most urgent down, each with where its patients go. */
  List<UrgencyFlow> flows() {
    return flows.entrySet().stream()
        .map(flow -> new UrgencyFlow(flow.getKey().from(), flow.getKey().to(), flow.getValue()))
        .sorted(
            Comparator.comparingInt((UrgencyFlow flow) -> UrgencyFlow.rank(flow.from()))
                .thenComparingInt(flow -> UrgencyFlow.rank(flow.to())))
        .toList();
  }

  CohortCount count(long skipped, long unreadable) {
    return new CohortCount(
        compared,
        skipped,
        unreadable,
        changed,
        clinical,
        lessUrgent,
        dangerous,
        Map.copyOf(byProtocol));
  }
}
