package org.denba.fhir.workbench.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.denba.engine.TriageEngine;
import org.denba.engine.mutation.Mutant;
import org.denba.engine.mutation.MutationRecord;
import org.denba.engine.mutation.MutationScore;
import org.denba.engine.mutation.Verdict;
import org.denba.engine.mutation.Verdict.Fate;
import org.denba.engine.proof.ProofFile;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.rules.RuleFiles;
import org.denba.fhir.ServiceTest;
import org.denba.fhir.protocols.ActiveRules;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Only what was found out of these very rules is told of them. */
class RecordedJudgementsTest extends ServiceTest {

  private static final String CHILD = "imci-child";
  private static final String FEVER = "fever";

  @Autowired private ActiveRules active;

  @Test
  void aMutationScoreIsToldOfTheChartThatItWasMeasuredOn() {
    MutationRecord measured =
        new MutationRecord(
            MutationRecord.parts(
                new MutationScore(
                    CHILD,
                    "",
                    List.of(verdict(Fate.KILLED), verdict(Fate.ARGUED), verdict(Fate.SURVIVED))),
                engine()));

    MutationRecord.Part part = measured.parts().get(0);
    MutationRecord other =
        new MutationRecord(
            List.of(new MutationRecord.Part(part.score(), "sha256:other", part.unnoticed())));

    assertThat(judgements(measured).mutation(child(), FEVER))
        .contains(new Judgements.Score(1, 2, 1));
    assertThat(judgements(measured).mutation(child(), "anaemia")).isEmpty();
    assertThat(judgements(other).mutation(child(), FEVER)).isEmpty();
  }

  @Test
  void aRecordThatCannotBeReadSaysNothing() {
    RuleFiles broken = path -> Optional.of("no,record\n");

    assertThat(RecordedJudgements.record(broken).parts()).isEmpty();
  }

  @Test
  void aProofIsToldOfTheRulesThatWereProved() {
    String table =
        """
        protocol,digest,subject,kind,read-combinations,combinations,property,verdict,why
        imci-child,%s,fever/fever,chart,12,34,complete,proved,
        imci-child,%<s,fever/fever,chart,12,34,decided,exception,a reason
        imci-child,%<s,fever/fever,chart,12,34,readings,refuted,
        """;

    assertThat(proved(table.formatted(child().digest())).proof(child(), FEVER))
        .contains(new Judgements.Proof(2, 1, 1));
    assertThat(proved(table.formatted("sha256:other")).proof(child(), FEVER)).isEmpty();
    assertThat(judgements(new MutationRecord(List.of())).proof(child(), FEVER)).isEmpty();
  }

  private RecordedJudgements proved(String table) {
    return new RecordedJudgements(
        engine(), new MutationRecord(List.of()), Optional.of(ProofFile.read("proof.csv", table)));
  }

  private Judgements judgements(MutationRecord record) {
    return new RecordedJudgements(engine(), record, Optional.empty());
  }

  private static Verdict verdict(Fate fate) {
    return new Verdict(
        new Mutant(CHILD, FEVER, FEVER + ".csv", 5, "row 5", "FEV-1", "yes -> no", () -> ""),
        fate,
        "");
  }

  private TriageEngine engine() {
    return active.required().engine();
  }

  private Protocol child() {
    return engine().rules().stream()
        .filter(each -> each.id().equals(CHILD))
        .findFirst()
        .orElseThrow();
  }
}
