package org.denba.engine.triage;

import java.util.LinkedHashSet;
import java.util.Set;
import org.denba.engine.protocol.ActionRule;
import org.denba.engine.protocol.Chart;
import org.denba.engine.protocol.Closing;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.protocol.Row;
import org.denba.engine.protocol.Urgency;
import org.denba.engine.rules.ProblemList;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.text.Texts;

/**
 * Refuses rules whose texts are not complete: a text that is missing must not be found out while a
 * child waits.
 */
public final class TextCheck {

  private final Protocol protocol;
  private final Texts texts;

  /**
   * @param protocol the protocol as it was read
   * @param texts its texts, over the shared ones
   */
  public TextCheck(Protocol protocol, Texts texts) {
    this.protocol = protocol;
    this.texts = texts;
  }

  /**
   * @throws RuleFileException naming every key that is missing or lags in a language
   */
  public void check() {
    ProblemList problems = new ProblemList();
    texts.check().forEach(problem -> problems.add(problem.where(), problem.says()));
    check(problems);
  }

  /**
   * Asks only for the texts that the protocol needs: they were checked in themselves before.
   *
   * @throws RuleFileException naming every key that is missing
   */
  void checkWanted() {
    check(new ProblemList());
  }

  private void check(ProblemList problems) {
    for (String key : wanted()) {
      if (!texts.hasAny(key)) {
        problems.add(
            protocol.id() + "/texts_" + texts.languages().iterator().next() + ".properties",
            "no text '" + key + "' in any language: add it, or correct the id that asks for it");
      }
    }
    problems.throwIfAny(protocol.id() + "/texts");
  }

  /** The keys that the protocol cannot do without. */
  public Set<String> wanted() {
    Set<String> keys = new LinkedHashSet<>();
    keys.add("protocol.title");
    keys.add("approval." + protocol.file().approval());
    for (Chart chart : protocol.charts()) {
      keys.add("chart." + chart.id() + ".title");
      for (Row row : chart.rows()) {
        if (row.classifies()) {
          keys.add("classification." + row.classification() + ".label");
        }
        if (row.followUp() != null) {
          keys.add(row.followUp().text());
        }
      }
    }
    for (ActionRule action : protocol.actions()) {
      boolean followUp = action.action().equals(ActionRule.FOLLOW_UP);
      keys.add(
          followUp
              ? action.text()
              : "recommendation." + (action.text().isEmpty() ? action.action() : action.text()));
    }
    for (Closing closing : protocol.closings()) {
      if (!closing.warning().isEmpty()) {
        keys.add("warning." + closing.warning());
      }
    }
    for (Urgency urgency : Urgency.values()) {
      keys.add("summary." + urgency.code());
    }
    return keys;
  }
}
