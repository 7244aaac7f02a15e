package org.denba.engine.triage;

import java.util.Map;
import org.denba.engine.dosing.DoseBook;
import org.denba.engine.protocol.KnownTexts;
import org.denba.engine.protocol.ProtocolReader;
import org.denba.engine.protocol.Treatment;
import org.denba.engine.rules.ChangedRuleFiles;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.rules.RuleFiles;

/**
 * Makes rule sets that differ from one in a single file, thousands of them: only what rests on that
 * file is read again. Variants answer as the rules would after the edit; they serve to judge rules,
 * not patients. Safe to share between threads.
 */
public final class RuleVariants {

  private static final String DOSES = "doses/";
  private static final String TABLE = ".csv";

  private final RuleSet rules;
  private final RuleFiles files;
  private final Map<String, Treatment> treatments;
  private final DoseBook doses;
  private final KnownTexts known = new KnownTexts();

  RuleVariants(RuleSet rules, RuleFiles files, Map<String, Treatment> treatments, DoseBook doses) {
    this.rules = rules;
    this.files = files;
    this.treatments = treatments;
    this.doses = doses;
  }

  /** The dose tables as they are. */
  public DoseBook doses() {
    return doses;
  }

  /**
   * The dose tables with another text of one of them.
   *
   * @throws RuleFileException when the table cannot be used with this text
   */
  public DoseBook doses(String treatment, String text) {
    return doses.with(new ChangedRuleFiles(files, DOSES + treatment + TABLE, text), treatment);
  }

  /**
   * The rules with another text of one file: a file of a protocol, or a dose table.
   *
   * @throws RuleFileException when the rules cannot be used with this text
   * @throws IllegalArgumentException when no variant can be made of this file
   */
  public RuleSet with(String path, String text) {
    RuleFiles changed = new ChangedRuleFiles(files, path, text);
    String folder = path.substring(0, path.indexOf('/') + 1);
    String name = path.substring(folder.length());
    if (folder.equals(DOSES) && name.endsWith(TABLE)) {
      String treatment = name.substring(0, name.length() - TABLE.length());
      if (doses.has(treatment)) {
        return rules.with(doses.with(changed, treatment));
      }
    } else if (!folder.isEmpty() && !name.startsWith("texts_") && !name.equals("protocol.yaml")) {
      String id = folder.substring(0, folder.length() - 1);
      return rules.with(
          ProtocolReader.ofVariant(changed, rules.dictionary(), treatments, known).read(id));
    }
    throw new IllegalArgumentException(path + " is no chart, side table or dose table");
  }
}
