package org.denba.engine.proof;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.denba.engine.protocol.Chart;
import org.logicng.formulas.Formula;

/**
 * A sub-chart or a derived sign, with the inputs below it.
 *
 * @param id the sub-chart's id or the sign's
 * @param subChart the sub-chart, or null
 * @param slots its rows, or the sign itself
 * @param read how many inputs its own rules read, derived signs counted as inputs
 * @param readCombinations in how many ways those can be said
 * @param inputs the inputs below it, down to what is collected
 */
record Subject(
    String id,
    Chart.SubChart subChart,
    BitSet slots,
    int read,
    BigInteger readCombinations,
    List<Input> inputs) {

  /** A derived sign is yes, no or open. */
  private static final BigInteger THREE = BigInteger.valueOf(3);

  static Subject of(Chart.SubChart subChart, Encoding encoding, InputSpace space) {
    return of(subChart.id(), subChart, Dependencies.slots(subChart), encoding, space);
  }

  static Subject of(int derived, Encoding encoding, InputSpace space) {
    BitSet slots = new BitSet();
    slots.set(derived);
    return of(space.dictionary().elements().get(derived).id(), null, slots, encoding, space);
  }

  private static Subject of(
      String id, Chart.SubChart subChart, BitSet slots, Encoding encoding, InputSpace space) {
    Dependencies dependencies = encoding.dependencies();
    Set<Integer> direct = new LinkedHashSet<>();
    Set<Input> inputs = new LinkedHashSet<>();
    dependencies.direct(slots, direct, inputs);
    BigInteger combinations = product(inputs);
    int read = inputs.size() + direct.size();
    for (int slot : direct) {
      BigInteger states =
          !dependencies.isDerived(slot)
              ? space.finding(slot).count()
              : encoding.protocol().isDerivedCode(slot)
                  ? THREE.pow(space.dictionary().elements().get(slot).codes().size())
                  : THREE;
      combinations = combinations.multiply(states);
    }
    return new Subject(
        id, subChart, slots, read, combinations, List.copyOf(dependencies.leaves(slots)));
  }

  private static BigInteger product(Collection<Input> inputs) {
    return inputs.stream().map(Input::count).reduce(BigInteger.ONE, BigInteger::multiply);
  }

  /** In how many ways everything below it can be said. */
  BigInteger combinations() {
    return product(inputs);
  }

  boolean isChart() {
    return subChart != null;
  }

  /** Everything below it was assessed. */
  Formula everythingAssessed(Encoding encoding) {
    List<Formula> all = new ArrayList<>();
    for (Input input : inputs) {
      if (input.isFinding()) {
        all.add(encoding.isAssessed(input));
      }
    }
    return encoding.formulas().and(all);
  }

  /** A refutation shown by a patient of whom all of this is true, where there is one. */
  Optional<Refutation> shown(
      Encoding encoding, Property property, String what, String words, Formula... all) {
    return encoding
        .search()
        .findShort(inputs, all)
        .map(found -> encoding.search().patient(found, inputs))
        .map(patient -> Refutation.of(property, id, what, words).shownBy(patient));
  }
}
