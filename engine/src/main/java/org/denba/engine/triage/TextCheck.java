package org.denba.engine.triage;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.denba.engine.protocol.ActionRule;
import org.denba.engine.protocol.Chart;
import org.denba.engine.protocol.Closing;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.protocol.Row;
import org.denba.engine.protocol.Urgency;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.text.Texts;

/**
 * Refuses rules whose texts are not complete: a text that is missing must not be found out while a
 * child waits.
 */
final class TextCheck {

  private final Protocol protocol;
  private final Texts texts;

  TextCheck(Protocol protocol, Texts texts) {
    this.protocol = protocol;
    this.texts = texts;
  }

  /**
   * @throws RuleFileException naming every key that is missing or lags in a language
   */
  void check() {
    check(texts.check());
  }

  /**
   * Asks only for the texts that the protocol needs: they were checked in themselves before.
   *
   * @throws RuleFileException naming every key that is missing
   */
  void checkWanted() {
    check(List.of());
  }

  private void check(List<String> found) {
    List<String> problems = new ArrayList<>(found);
    for (String key : wanted()) {
      if (!texts.has(key)) {
        problems.add("no text '" + key + "'");
      }
    }
    if (!problems.isEmpty()) {
      throw new RuleFileException(protocol.id() + "/texts", String.join("; ", problems));
    }
  }

  /** The keys that the protocol cannot do without. */
  Set<String> wanted() {
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
