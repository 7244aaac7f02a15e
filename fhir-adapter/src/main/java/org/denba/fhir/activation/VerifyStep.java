package org.denba.fhir.activation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.denba.engine.TriageEngine;
import org.denba.engine.proof.ProofReport;
import org.denba.engine.proof.ProtocolProof;
import org.denba.engine.proof.Prover;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.rules.ClassPathRuleFiles;

/**
 * Proves the charts over the whole space of their inputs. A protocol is proved again only when a
 * file changed that its proof rests on; what was proved once by this release stays proved, and what
 * was shipped with it was proved when it was built.
 *
 * @param wanted whether the operator wants it
 */
record VerifyStep(VersionStore versions, boolean wanted) implements Step {

  private static final String BY_BUILD = "unchanged, proved when this release was built";

  @Override
  public String name() {
    return "verify";
  }

  @Override
  public StepResult run(Candidate candidate) {
    if (!wanted) {
      return StepResult.passed(name(), "nothing was proved: denba.verify is false");
    }
    TriageEngine engine = candidate.engine();
    String overlay = candidate.options().overlay();
    Prover prover = new Prover(engine.dictionary(), engine.files());
    List<String> details = new ArrayList<>();
    Map<String, List<String>> wrong = new LinkedHashMap<>();
    int proved = 0;
    for (Protocol protocol : engine.rules()) {
      ProofBasis basis = ProofBasis.of(protocol, engine, overlay);
      Optional<String> known = known(basis, overlay);
      if (known.isPresent()) {
        details.add(protocol.id() + ": " + known.get());
        continue;
      }
      ProtocolProof proof = prover.prove(protocol);
      if (proof.holds()) {
        proved++;
        versions.pass(basis.key(), said(proof));
        details.add(protocol.id() + ": " + said(proof));
      } else {
        wrong.put(protocol.id(), new ProofPlaces(protocol, engine.files()).lines(proof));
      }
    }
    return wrong.isEmpty()
        ? new StepResult(name(), StepResult.Result.PASSED, summary(engine, proved), details, 0)
        : StepResult.failed(
            name(),
            "not everything holds in " + String.join(", ", wrong.keySet()),
            wrong.values().stream().flatMap(List::stream).toList());
  }

  private Optional<String> known(ProofBasis basis, String overlay) {
    Optional<String> before = versions.passed(basis.key());
    if (before.isPresent()) {
      return before.map(said -> "unchanged, " + said);
    }
    // overlays are the operator's: nothing of them is proved in advance
    return overlay == null && basis.equals(basis.among(ClassPathRuleFiles.builtIn()))
        ? Optional.of(BY_BUILD)
        : Optional.empty();
  }

  private static String said(ProtocolProof proof) {
    return "proved for every patient: "
        + proof.subjects().size()
        + " charts and signs, "
        + proof.exceptions().size()
        + " exceptions, rules "
        + proof.digest();
  }

  private static String summary(TriageEngine engine, int proved) {
    int unchanged = engine.rules().size() - proved;
    return proved
        + " protocols were proved, "
        + unchanged
        + " unchanged ones were proved before; "
        + ProofReport.METHOD;
  }
}
