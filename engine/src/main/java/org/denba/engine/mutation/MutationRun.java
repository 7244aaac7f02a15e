package org.denba.engine.mutation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.denba.engine.TriageEngine;
import org.denba.engine.protocol.Protocol;

/** Changes the rules of an engine, one change at a time, and tells which changes go unnoticed. */
public final class MutationRun {

  private final TriageEngine engine;
  private final LocalDate day;

  /**
   * @param engine the rules, without an overlay or values of a site
   * @param day the day of assessment of the cases that name none
   */
  public MutationRun(TriageEngine engine, LocalDate day) {
    this.engine = engine;
    this.day = day;
  }

  /** The mutants of one protocol's own files, judged by its cases. */
  public MutationScore ofProtocol(Protocol protocol) {
    return ofProtocol(protocol, mutant -> true);
  }

  /** Some of the mutants of one protocol's own files, judged by its cases. */
  public MutationScore ofProtocol(Protocol protocol, Predicate<Mutant> wanted) {
    List<Mutant> mutants = RuleMutants.of(engine, protocol).stream().filter(wanted).toList();
    if (mutants.isEmpty()) {
      return new MutationScore(protocol.id(), protocol.digest(), List.of());
    }
    Judge judge = judge(protocol);
    return new MutationScore(
        protocol.id(), protocol.digest(), mutants.parallelStream().map(judge::judge).toList());
  }

  /**
   * Those of some mutants of a protocol's own files that neither the reader of the rules nor a case
   * notices; whether they change an answer at all is not looked into.
   */
  public List<Mutant> unnoticed(Protocol protocol, Predicate<Mutant> wanted) {
    List<Mutant> mutants = RuleMutants.of(engine, protocol).stream().filter(wanted).toList();
    if (mutants.isEmpty()) {
      return List.of();
    }
    Judge judge = judge(protocol);
    return mutants.parallelStream()
        .map(judge::noticed)
        .filter(verdict -> !verdict.noticed())
        .map(Verdict::mutant)
        .toList();
  }

  private Judge judge(Protocol protocol) {
    Suite suite = Suite.of(engine, protocol.id(), day);
    Equivalence equivalence =
        new Equivalence(engine, suite, ArguedChanges.read(engine.files()), day);
    return new Judge(suite, engine, equivalence);
  }

  /** The mutants of the dose tables, judged by the dose cases and the cases of all protocols. */
  public MutationScore ofDoses() {
    return ofDoses(mutant -> true);
  }

  /** Some of the mutants of the dose tables. */
  public MutationScore ofDoses(Predicate<Mutant> wanted) {
    List<Mutant> mutants = RuleMutants.ofDoses(engine).stream().filter(wanted).toList();
    if (mutants.isEmpty()) {
      return new MutationScore(RuleMutants.DOSES, "", List.of());
    }
    List<Suite> suites = new ArrayList<>();
    engine.rules().forEach(protocol -> suites.add(Suite.of(engine, protocol.id(), day)));
    DoseJudge judge = new DoseJudge(engine, suites);
    return new MutationScore(
        RuleMutants.DOSES, "", mutants.parallelStream().map(judge::judge).toList());
  }
}
