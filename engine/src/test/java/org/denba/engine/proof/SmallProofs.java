package org.denba.engine.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.protocol.SmallRules;

/** The small chart broken in one way, and what its proof refutes. */
final class SmallProofs {

  static final String PINK =
      "CHI-1,CHI-1,chill,,{limit},,very-cold,pink,refer-urgent,,,A book p.1,CHI-1";

  static final String PINK_BLUE =
      "CHI-1.b,CHI-1,chill,,,yes,very-cold,pink,refer-urgent,,,A book p.1,CHI-1";

  static final String GREEN = "CHI-2,CHI-2,chill,no,,no,warm,green,home-care,,,A book p.1,CHI-2";
  static final String PATH = "small/" + ProofExceptions.FILE;
  static final String HEAD = "property,what,when,why,source\n";

  /** What is proved of these rules, and what is refuted. */
  static ProtocolProof proof(SmallRules rules) {
    Protocol protocol = rules.read();
    return new Prover(rules.dictionary(), rules).prove(protocol);
  }

  /** The only refutation of this property, an accepted one too. */
  static Refutation only(SmallRules rules, Property property) {
    List<Refutation> found =
        proof(rules).subjects().stream()
            .flatMap(subject -> subject.refutations().stream())
            .filter(refutation -> refutation.property() == property)
            .toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  /** The refutations of this property that no exception accepts. */
  static List<Refutation> found(ProtocolProof proof, Property property) {
    return proof.refutations().stream().filter(r -> r.property() == property).toList();
  }

  private SmallProofs() {}
}
