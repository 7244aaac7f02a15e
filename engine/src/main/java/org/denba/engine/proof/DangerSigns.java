package org.denba.engine.proof;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.denba.engine.condition.Condition;
import org.denba.engine.condition.Reported;
import org.denba.engine.condition.YesNo;
import org.denba.engine.protocol.Alternative;
import org.denba.engine.protocol.Chart;
import org.denba.engine.protocol.Colour;
import org.denba.engine.protocol.Row;

/** Finds the signs whose presence a pink row asks for, itself or through derived signs. */
final class DangerSigns {

  private final Encoding encoding;
  private final InputSpace space;
  private final Set<Integer> walked = new HashSet<>();
  private final Set<Input> signs = new LinkedHashSet<>();

  private DangerSigns(Encoding encoding, InputSpace space) {
    this.encoding = encoding;
    this.space = space;
  }

  static Set<Input> of(Chart.SubChart subChart, Encoding encoding, InputSpace space) {
    DangerSigns found = new DangerSigns(encoding, space);
    for (Row row : subChart.rows()) {
      if (row.colour() == Colour.PINK && isReason(row)) {
        found.walk(row.slot());
      }
    }
    return found.signs;
  }

  /** Whether the row is a reason for a referral, not only what to do before it. */
  private static boolean isReason(Row row) {
    return row.lines().stream().anyMatch(line -> !line.flag().equals(Row.PRE_REFERRAL));
  }

  private void walk(int slot) {
    if (!walked.add(slot)) {
      return;
    }
    if (!encoding.dependencies().isDerived(slot)) {
      signs.add(space.finding(slot));
      return;
    }
    for (Alternative rule : encoding.protocol().alternativesOf(slot)) {
      for (Condition condition : rule.conditions()) {
        Leaves.each(condition, this::leaf);
      }
    }
  }

  private void leaf(Condition leaf) {
    Condition sign = leaf instanceof Reported reported ? reported.sign() : leaf;
    if (sign instanceof YesNo asked && asked.yes()) {
      walk(asked.slot());
    }
  }
}
