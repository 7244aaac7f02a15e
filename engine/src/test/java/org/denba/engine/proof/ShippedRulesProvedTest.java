package org.denba.engine.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.rules.ClassPathRuleFiles;
import org.denba.engine.triage.EngineOptions;
import org.denba.engine.triage.RuleSet;
import org.junit.jupiter.api.Test;

/**
 * Every shipped chart holds for every patient, but for the exceptions that its protocol declares.
 */
class ShippedRulesProvedTest {

  private static final RuleSet RULES =
      RuleSet.load(
          ClassPathRuleFiles.builtIn(), EngineOptions.defaults(() -> LocalDate.of(2026, 11, 29)));

  @Test
  void everyShippedProtocolIsProved() {
    Prover prover = new Prover(RULES.dictionary(), ClassPathRuleFiles.builtIn());
    for (Protocol protocol : RULES.protocols()) {
      ProtocolProof proof = prover.prove(protocol);
      assertThat(proof.refutations().stream().map(Refutation::line)).isEmpty();
      assertThat(proof.needless()).isEmpty();
      assertThat(proof.digest()).isEqualTo(protocol.digest());
      assertThat(proof.subjects()).hasSizeGreaterThan(protocol.subCharts().size());
    }
  }

  @Test
  void aProtocolIsEquivalentToItself() {
    for (Protocol protocol : RULES.protocols()) {
      assertThat(new Comparison(protocol, protocol, RULES.dictionary()).differs()).isEmpty();
    }
  }
}
