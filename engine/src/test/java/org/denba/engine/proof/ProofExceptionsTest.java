package org.denba.engine.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.denba.engine.proof.SmallProofs.HEAD;
import static org.denba.engine.proof.SmallProofs.PATH;
import static org.denba.engine.proof.SmallProofs.found;
import static org.denba.engine.proof.SmallProofs.proof;

import java.util.List;
import org.denba.engine.protocol.SmallRules;
import org.denba.engine.rules.RuleFileException;
import org.junit.jupiter.api.Test;

/** An exception to a proof says for whom and why, and is reported when nothing needs it. */
class ProofExceptionsTest {

  private static List<Refutation> incomplete(String exceptions) {
    return found(proof(SmallRules.good().with(PATH, HEAD + exceptions)), Property.COMPLETE);
  }

  @Test
  void anExceptionIsShownAndOneThatNothingNeedsIsReported() {
    String head = "property,what,why,source\n";
    ProtocolProof excepted =
        proof(
            SmallRules.good().with(PATH, head + "complete,chill/chill,A small book,A book p.2\n"));
    ProtocolProof needless =
        proof(
            SmallRules.good().with(PATH, head + "complete,other/other,A small book,A book p.2\n"));

    assertThat(excepted.refutations())
        .noneMatch(refutation -> refutation.property() == Property.COMPLETE);
    assertThat(needless.needless()).hasSize(1);
    assertThat(needless.holds()).isFalse();
  }

  @Test
  void anExceptionCoversOnlyThePatientsItNames() {
    Patient patient =
        incomplete("complete,chill/chill,yes(cold),A small book,A book p.2\n")
            .get(0)
            .patient()
            .orElseThrow();

    assertThat(patient.findings()).containsEntry("shivers", "no").containsEntry("skin", "warm");
    assertThat(incomplete("complete,chill/chill,yes(cold) or no(cold),A small book,A book p.2\n"))
        .isEmpty();
  }

  @Test
  void anExceptionForPatientsWhoNeedNoneIsReported() {
    ProtocolProof proof =
        proof(
            SmallRules.good()
                .with(
                    PATH,
                    HEAD
                        + "complete,chill/chill,yes(cold) or no(cold),Right,A book p.2\n"
                        + "complete,chill/chill,\"below(degrees, 30)\",Not needed,A book p.2\n"));

    assertThat(proof.needless()).extracting(ProofException::why).containsExactly("Not needed");
  }

  @Test
  void aMistypedExceptionIsToldWithItsPlace() {
    SmallRules rules =
        SmallRules.good().with(PATH, HEAD + "complete,chill/chill,yes(colt),Why,A book p.2\n");

    assertThatThrownBy(() -> proof(rules))
        .isInstanceOf(RuleFileException.class)
        .hasMessageContaining("small/proof-exceptions.csv:2")
        .hasMessageContaining("'colt' is no data element, perhaps 'cold'");
  }
}
