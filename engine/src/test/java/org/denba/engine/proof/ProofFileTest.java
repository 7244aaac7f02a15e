package org.denba.engine.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.denba.engine.proof.SmallProofs.GREEN;
import static org.denba.engine.proof.SmallProofs.HEAD;
import static org.denba.engine.proof.SmallProofs.PATH;
import static org.denba.engine.proof.SmallProofs.PINK;
import static org.denba.engine.proof.SmallProofs.proof;

import java.util.List;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.protocol.SmallRules;
import org.denba.engine.rules.RuleFileException;
import org.junit.jupiter.api.Test;

/** The outcome of a proof is kept in a file and read again. */
class ProofFileTest {

  @Test
  void theOutcomeCanBeReadAgainAndOtherRulesAreNotTakenForProved() {
    SmallRules rules =
        SmallRules.good()
            .with(PATH, HEAD + "complete,chill/chill,yes(cold) or no(cold),Why,A book p.2\n");
    Protocol protocol = rules.read();
    ProtocolProof proof = new Prover(rules.dictionary(), rules).prove(protocol);
    ProofFile file = ProofFile.read("kept.csv", ProofFile.write(new ProofReport(List.of(proof))));
    ProofStatus status = file.of(protocol).orElseThrow();
    SubjectStatus chart = status.ofChart("chill").get(0);

    assertThat(status.stale()).isFalse();
    assertThat(status.holds()).isEqualTo(proof.holds());
    assertThat(status.provedDigest()).isEqualTo(protocol.digest());
    assertThat(chart.combinations()).isEqualTo(proof.subjects().get(0).combinations());
    assertThat(chart.verdicts())
        .containsEntry(Property.COMPLETE, SubjectProof.Verdict.EXCEPTION)
        .containsEntry(Property.NOTHING_KNOWN, SubjectProof.Verdict.PROVED);
    assertThat(chart.reasons()).containsEntry(Property.COMPLETE, "Why");

    Protocol edited = rules.withLines(PINK.replace("{limit}", "34"), GREEN).read();
    assertThat(file.of(edited).orElseThrow().stale()).isTrue();
    assertThat(file.of(edited).orElseThrow().holds()).isFalse();
  }

  @Test
  void aKeptOutcomeThatCannotBeUnderstoodIsToldWithItsPlace() {
    String text = ProofFile.write(new ProofReport(List.of(proof(SmallRules.good()))));

    assertThatThrownBy(() -> ProofFile.read("kept.csv", text.replace(",proved,", ",prove,")))
        .isInstanceOf(RuleFileException.class)
        .hasMessageMatching("(?s)kept.csv:\\d+:verdict: .*")
        .hasMessageContaining("'prove' is no verdict");
  }
}
