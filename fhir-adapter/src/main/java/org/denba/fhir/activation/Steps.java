package org.denba.fhir.activation;

import java.util.List;

/**
 * The steps of an activation, in their order: each rests on those before it. What takes longest and
 * what needs a person come last.
 */
final class Steps {

  private final VersionStore versions;
  private final RulesFolder source;
  private final ImpactStep impact = new ImpactStep();

  Steps(VersionStore versions, RulesFolder source) {
    this.versions = versions;
    this.source = source;
  }

  /** All of them but the swap, which is the activator's own. */
  List<Step> inOrder() {
    return List.of(
        new SnapshotStep(versions, source),
        new LoadStep(),
        new CanariesStep(),
        new CasesStep(versions),
        impact);
  }

  /** What rules need that were verified elsewhere. */
  List<Step> toLoad() {
    return List.of(new SnapshotStep(versions, source), new LoadStep(), new CanariesStep());
  }

  /** What a version needs that was active before and is taken back. */
  List<Step> toGoBack(Version version) {
    return List.of(new KnownVersionStep(version), new LoadStep(), new CanariesStep());
  }
}
