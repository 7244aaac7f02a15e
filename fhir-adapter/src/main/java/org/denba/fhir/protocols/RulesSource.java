package org.denba.fhir.protocols;

import java.nio.file.Path;
import org.denba.engine.overlay.OverlayFiles;
import org.denba.engine.rules.ClassPathRuleFiles;
import org.denba.engine.rules.FolderRuleFiles;
import org.denba.engine.rules.RuleFiles;

/**
 * Where the rules come from.
 *
 * @param folder a folder that an author edits, or null for the rules that were shipped with the
 *     service
 */
public record RulesSource(Path folder) {

  public RuleFiles files() {
    return folder == null ? ClassPathRuleFiles.builtIn() : new FolderRuleFiles(folder);
  }

  /**
   * @param overlay the id of an overlay, or null
   * @throws UnknownOverlayException when there is no such overlay
   */
  public void check(String overlay) {
    if (overlay != null && !OverlayFiles.ids(files()).contains(overlay)) {
      throw new UnknownOverlayException(overlay, OverlayFiles.ids(files()), name());
    }
  }

  /** What to call the source in a message. */
  public String name() {
    return folder == null ? "the built-in files" : folder.toString();
  }
}
