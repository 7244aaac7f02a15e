package org.denba.fhir.activation;

import java.util.List;
import java.util.stream.Stream;

/**
 * The steps of an activation, in their order: each rests on those before it. What takes longest and
 * what needs a person come last.
 */
final class Steps {

  private final VersionStore versions;
  private final RulesFolder source;
  private final ChangesOnDisk changes;
  private final Impacts impacts;

  Steps(VersionStore versions, RulesFolder source, ChangesOnDisk changes, Impacts impacts) {
    this.versions = versions;
    this.source = source;
    this.changes = changes;
    this.impacts = impacts;
  }

  /** All of them but the swap, which is the activator's own. */
  List<Step> inOrder() {
    return after(new SnapshotStep(versions, source)).toList();
  }

  /** The same for a change that a reviewer lets through. */
  List<Step> ofChange(ActivationRequest request) {
    Step files = new ChangeStep(versions, changes, request.change());
    return Stream.concat(after(files), Stream.of(new ReviewedStep(request))).toList();
  }

  private Stream<Step> after(Step files) {
    return Stream.of(
        files,
        new LoadStep(),
        new CanariesStep(),
        new CasesStep(versions),
        new ImpactStep(impacts));
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
