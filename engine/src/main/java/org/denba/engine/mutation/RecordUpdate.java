package org.denba.engine.mutation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.denba.engine.TriageEngine;
import org.denba.engine.mutation.MutationRecord.Part;
import org.denba.engine.protocol.Protocol;

/**
 * Brings a record of scores up to date: only the parts whose rules are not those of the record are
 * measured again, and of the others the changes that nothing noticed, which a new case may notice.
 */
public final class RecordUpdate {

  private final TriageEngine engine;
  private final MutationRecord record;
  private final Set<String> stale = new HashSet<>();

  /**
   * @param engine the rules, without an overlay or values of a site
   * @param record what was measured before
   */
  public RecordUpdate(TriageEngine engine, MutationRecord record) {
    this.engine = engine;
    this.record = record;
    Map<String, List<Mutant>> parts = new LinkedHashMap<>();
    List<Mutant> all = new ArrayList<>();
    engine.rules().forEach(protocol -> all.addAll(RuleMutants.of(engine, protocol)));
    all.addAll(RuleMutants.ofDoses(engine));
    for (Mutant mutant : all) {
      parts
          .computeIfAbsent(key(mutant.protocol(), mutant.part()), k -> new ArrayList<>())
          .add(mutant);
    }
    parts.forEach(
        (key, mutants) -> {
          if (!isMeasured(mutants)) {
            stale.add(key);
          }
        });
  }

  /** The record is of these rules, and of as many changes as are made of them now. */
  private boolean isMeasured(List<Mutant> mutants) {
    Mutant first = mutants.get(0);
    return record
        .of(first.protocol(), first.part())
        .filter(part -> part.isOf(engine) && part.score().mutants() == mutants.size())
        .isPresent();
  }

  private static String key(String protocol, String part) {
    return protocol + "/" + part;
  }

  /** The parts that were measured on other rules or never, as {@code protocol/part}, in order. */
  public List<String> stale() {
    return stale.stream().sorted().toList();
  }

  /** The mutants that the record says nothing of. */
  public Predicate<Mutant> notMeasured() {
    return mutant -> isStale(mutant.protocol(), mutant.part());
  }

  /** The mutants that the record says nothing of, and those that nothing noticed or proved. */
  public Predicate<Mutant> notMeasuredOrNoticed() {
    return notMeasured().or(this::survived);
  }

  private boolean isStale(String protocol, String part) {
    return stale.contains(key(protocol, part));
  }

  private boolean survived(Mutant mutant) {
    return record.of(mutant.protocol(), mutant.part()).stream()
        .flatMap(part -> part.notProved().stream())
        .anyMatch(
            each -> each.place().equals(mutant.place()) && each.change().equals(mutant.change()));
  }

  /**
   * The record with what was found in place of what it said of the same parts; parts that the rules
   * no longer have are left out.
   */
  public MutationRecord with(List<MutationScore> found) {
    List<Part> measured = new ArrayList<>();
    found.forEach(score -> measured.addAll(MutationRecord.parts(score, engine)));
    MutationRecord now = new MutationRecord(measured);
    Set<String> written = new HashSet<>();
    List<Part> parts = new ArrayList<>();
    for (Protocol protocol : engine.rules()) {
      RuleMutants.of(engine, protocol).forEach(mutant -> add(mutant, now, written, parts));
    }
    RuleMutants.ofDoses(engine).forEach(mutant -> add(mutant, now, written, parts));
    return new MutationRecord(parts);
  }

  private void add(Mutant mutant, MutationRecord now, Set<String> written, List<Part> parts) {
    if (written.add(key(mutant.protocol(), mutant.part()))) {
      Optional<Part> before = record.of(mutant.protocol(), mutant.part());
      now.of(mutant.protocol(), mutant.part())
          .map(
              found ->
                  isStale(mutant.protocol(), mutant.part())
                      ? found
                      : merged(before.orElseThrow(), found))
          .or(() -> before)
          .ifPresent(parts::add);
    }
  }

  /** What was measured before, but for mutants that were judged again. */
  private static Part merged(Part before, Part found) {
    PartScore was = before.score();
    PartScore is = found.score();
    if (is.mutants() == was.mutants()) {
      return found;
    }
    List<MutationRecord.Unnoticed> unnoticed = new ArrayList<>(before.unnoticed());
    unnoticed.removeAll(before.notProved());
    unnoticed.addAll(found.unnoticed());
    return new Part(
        new PartScore(
            was.protocol(),
            was.part(),
            was.refused() + is.refused(),
            was.killed() + is.killed(),
            was.equivalent() + is.equivalent(),
            is.argued(),
            is.survived()),
        before.digest(),
        unnoticed);
  }
}
