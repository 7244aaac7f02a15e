package org.denba.fhir.workbench.evidence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.denba.engine.TriageEngine;
import org.denba.engine.mutation.MutationRecord;
import org.denba.engine.mutation.PartScore;
import org.denba.engine.proof.ProofFile;
import org.denba.engine.proof.ProofStatus;
import org.denba.engine.proof.SubjectProof.Verdict;
import org.denba.engine.proof.SubjectStatus;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.rules.RuleFiles;

/**
 * The records that lie beside the rules (mutation scores) and in the jar (proofs), of one set of
 * rules. A record of other files, or one that cannot be read, says nothing. Thread-safe.
 */
final class RecordedJudgements implements Judgements {

  private final TriageEngine engine;
  private final MutationRecord record;
  private final Optional<ProofFile> proofs;
  private final Map<String, Optional<Score>> scores = new ConcurrentHashMap<>();

  /**
   * @param record the mutation scores
   * @param proofs the proofs, where there are any
   */
  RecordedJudgements(TriageEngine engine, MutationRecord record, Optional<ProofFile> proofs) {
    this.engine = engine;
    this.record = record;
    this.proofs = proofs;
  }

  /** The mutation scores that lie beside rules. */
  static MutationRecord record(RuleFiles files) {
    try {
      return MutationRecord.read(files);
    } catch (RuleFileException e) {
      // check names the mistake; here nothing is claimed then
      return new MutationRecord(List.of());
    }
  }

  @Override
  public Optional<Score> mutation(Protocol protocol, String chart) {
    // to compare digests reads the files: once is enough
    return scores.computeIfAbsent(protocol.id() + "/" + chart, key -> score(protocol.id(), chart));
  }

  private Optional<Score> score(String protocol, String chart) {
    String file = protocol + "/" + chart + ".csv";
    if (engine.overlaid(engine.files()).over(file).isPresent()) {
      // the country has rows of its own here, which nobody measured
      return Optional.empty();
    }
    return record
        .of(protocol, chart)
        .filter(part -> part.isOf(engine))
        .map(MutationRecord.Part::score)
        .map(RecordedJudgements::score);
  }

  private static Score score(PartScore part) {
    int noticed = part.refused() + part.killed();
    return new Score(noticed, noticed + part.survived(), part.argued());
  }

  @Override
  public Optional<Proof> proof(Protocol protocol, String chart) {
    return proofs
        .flatMap(file -> file.of(protocol))
        .filter(status -> !status.stale())
        .map(status -> proof(status, chart));
  }

  private static Proof proof(ProofStatus status, String chart) {
    return status.ofChart(chart).stream()
        .map(RecordedJudgements::proof)
        .reduce(new Proof(0, 0, 0), Proof::plus);
  }

  private static Proof proof(SubjectStatus subject) {
    return new Proof(
        count(subject, Verdict.PROVED) + count(subject, Verdict.EXCEPTION),
        count(subject, Verdict.EXCEPTION),
        count(subject, Verdict.REFUTED));
  }

  private static int count(SubjectStatus subject, Verdict verdict) {
    return (int) subject.verdicts().values().stream().filter(verdict::equals).count();
  }
}
