package org.denba.engine.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.denba.engine.overlay.OverlayFiles;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.rules.ClassPathRuleFiles;
import org.denba.engine.rules.RuleFiles;
import org.denba.engine.triage.EngineOptions;
import org.denba.engine.triage.RuleSet;
import org.junit.jupiter.api.Test;

/** A country declares exceptions of its own beside those of the rules below its overlay. */
class OverlayExceptionsTest {

  private static final RuleFiles BELOW = ClassPathRuleFiles.builtIn();
  private static final String PATH = "overlays/mali/postnatal-newborn/" + ProofExceptions.FILE;

  /** The shipped rules, with exceptions in the shipped overlay. */
  private record Added(String text) implements RuleFiles {

    @Override
    public Optional<String> find(String path) {
      return path.equals(PATH) ? Optional.of(text) : BELOW.find(path);
    }

    @Override
    public List<String> list(String folder) {
      List<String> paths = new ArrayList<>(BELOW.list(folder));
      Stream.of(PATH).filter(path -> path.startsWith(folder)).forEach(paths::add);
      return paths;
    }
  }

  @Test
  void theyAreAddedAndNameTheirFile() {
    RuleFiles files =
        new Added(
            """
            property,what,when,why,source
            complete,nbd-feeding/feeding,setting(community),Nothing,Ministry
            """);
    RuleSet rules =
        RuleSet.load(
            files, EngineOptions.defaults(() -> LocalDate.of(2026, 11, 29)).with("mali", null));
    Protocol protocol =
        rules.protocols().stream()
            .filter(p -> p.id().equals("postnatal-newborn"))
            .findFirst()
            .orElseThrow();
    ProtocolProof proof =
        new Prover(rules.dictionary(), OverlayFiles.over(files, "mali")).prove(protocol);

    assertThat(proof.exceptions()).hasSizeGreaterThan(1);
    assertThat(proof.refutations()).isEmpty();
    assertThat(proof.needless())
        .singleElement()
        .satisfies(exception -> assertThat(exception.where()).isEqualTo(PATH + ":2"));
  }
}
