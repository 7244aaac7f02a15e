package org.denba.engine.proof;

import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.denba.engine.condition.Condition;
import org.denba.engine.protocol.Chart;
import org.denba.engine.protocol.Row;
import org.logicng.formulas.Formula;

/**
 * Two readings of one protocol, over one space of inputs.
 *
 * @param space the inputs
 * @param was the rules as they are
 * @param is the rules after a change
 * @param inputs what a patient who tells them apart must say; to be added to
 */
record TwoReadings(InputSpace space, Encoding was, Encoding is, Set<Input> inputs) {

  Formula isOpen(Encoding in, Chart.SubChart subChart, Row row) {
    return was.formulas()
        .and(
            in.order().isReached(subChart, row),
            in.row(row, true),
            was.formulas().not(in.order().wins(subChart, row)));
  }

  Formula differ(Formula one, Formula other) {
    return one.equals(other)
        ? was.formulas().falsum()
        : was.formulas()
            .or(
                was.formulas().and(one, was.formulas().not(other)),
                was.formulas().and(other, was.formulas().not(one)));
  }

  void note(List<Condition> conditions, Encoding in) {
    BitSet slots = new BitSet();
    for (Condition condition : conditions) {
      Set<Integer> read = new LinkedHashSet<>();
      in.dependencies().direct(condition, read, inputs);
      read.forEach(slots::set);
    }
    inputs.addAll(in.dependencies().leaves(slots));
  }
}
