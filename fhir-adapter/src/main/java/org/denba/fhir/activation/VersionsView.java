package org.denba.fhir.activation;

import java.util.ArrayList;
import java.util.List;
import org.denba.fhir.protocols.LoadedRules;

/**
 * The versions as clients see them.
 *
 * @param active the number of the version that answers, or null where versions are not counted yet
 * @param survivesRestart whether versions are kept on disk
 * @param versions every version, the newest first
 */
record VersionsView(Integer active, boolean survivesRestart, List<Entry> versions) {

  /**
   * One version.
   *
   * @param activations every time that it became the active one, the oldest first
   */
  record Entry(
      int version,
      String digest,
      String overlay,
      String author,
      String time,
      String reason,
      List<ActivationView.Step> steps,
      List<Time> activations) {}

  /** One time that a version became the active one. */
  record Time(String time, String how, String author, String reason) {}

  static VersionsView of(Activator activator) {
    VersionStore store = activator.versions();
    Integer active =
        activator
            .active()
            .current()
            .map(LoadedRules::version)
            .map(LoadedRules.VersionRef::number)
            .orElse(null);
    List<Version.Activated> history = store.history();
    List<Entry> entries = new ArrayList<>();
    for (Version version : store.versions()) {
      entries.add(
          0,
          new Entry(
              version.number(),
              version.digest(),
              version.overlay(),
              version.author(),
              version.time().toString(),
              version.reason(),
              version.steps().stream().map(ActivationView.Step::of).toList(),
              history.stream()
                  .filter(entry -> entry.version() == version.number())
                  .map(
                      entry ->
                          new Time(
                              entry.time().toString(), entry.how(), entry.author(), entry.reason()))
                  .toList()));
    }
    return new VersionsView(active, store.durable(), entries);
  }
}
