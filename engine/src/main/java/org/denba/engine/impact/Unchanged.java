package org.denba.engine.impact;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.denba.engine.TriageEngine;
import org.denba.engine.protocol.Parameter;
import org.denba.engine.protocol.Protocol;

/**
 * The protocols that need not be compared, since every file that they were read from is the same.
 *
 * @param same ids of protocols
 */
record Unchanged(Set<String> same) {

  static Unchanged between(TriageEngine before, TriageEngine after) {
    Map<String, String> digests = new HashMap<>();
    before.rules().forEach(protocol -> digests.put(protocol.id(), protocol.digest()));
    Set<String> same = new HashSet<>();
    for (Protocol protocol : after.rules()) {
      if (protocol.digest().equals(digests.get(protocol.id()))) {
        same.add(protocol.id());
      }
    }
    boolean all = same.size() == digests.size() && same.size() == after.rules().size();
    // a patient of one protocol can meet the parameters of another (where the choice between them
    // looks at one), and what is left for patients outside of all
    boolean shared = !parameters(before).equals(parameters(after)) || outsideDiffers(before, after);
    return new Unchanged(
        shared && !all || outsideDiffers(before, after) ? Set.of() : Set.copyOf(same));
  }

  private static List<List<Parameter>> parameters(TriageEngine engine) {
    return engine.rules().stream().map(Protocol::parameters).toList();
  }

  /** Whether a file differs that belongs to no protocol that patients are triaged with. */
  private static boolean outsideDiffers(TriageEngine before, TriageEngine after) {
    Set<String> protocols = Impact.protocols(before, after);
    Set<String> paths = new HashSet<>(before.files().list(""));
    paths.addAll(after.files().list(""));
    return paths.stream()
        .filter(path -> path.indexOf('/') >= 0)
        .filter(path -> !protocols.contains(path.substring(0, path.indexOf('/'))))
        .filter(path -> !path.startsWith(CohortTable.FOLDER) && !path.endsWith(".md"))
        .anyMatch(path -> !before.files().find(path).equals(after.files().find(path)));
  }

  boolean isSame(String protocol) {
    return same.contains(protocol);
  }
}
