package org.denba.engine.proof;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.protocol.Chart;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.protocol.Row;
import org.denba.engine.protocol.Urgency;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;

/**
 * Two readings of one protocol over one space of inputs: looks for a patient to whom they say
 * something else. Where it finds none the two are equivalent. Belongs to one thread.
 */
public final class Comparison {

  private final PatientSearch search;
  private final DataDictionary dictionary;
  private final Encoding before;
  private final Encoding after;
  private final FormulaFactory f;

  /**
   * @param before the protocol as it was
   * @param after the same protocol, edited; read with the same data dictionary
   */
  public Comparison(Protocol before, Protocol after, DataDictionary dictionary) {
    InputSpace space = InputSpace.of(List.of(before, after), dictionary);
    this.dictionary = dictionary;
    this.search = new PatientSearch(space);
    this.before = search.encode(before, "before ");
    this.after = search.encode(after, "after ");
    this.f = search.formulas();
  }

  /**
   * A patient for whom a sub-chart says something else: another row, another urgency, or another
   * row that is not ruled out.
   *
   * @param subChart its id in {@link Protocol#subCharts}
   * @return empty when there is none, or when only one of the two has this sub-chart
   */
  public Optional<Patient> differsIn(String subChart) {
    Optional<Chart.SubChart> old = find(before.protocol(), subChart);
    Optional<Chart.SubChart> edited = find(after.protocol(), subChart);
    if (old.isEmpty() || edited.isEmpty()) {
      return Optional.empty();
    }
    Set<String> ids = new LinkedHashSet<>();
    old.get().rows().forEach(row -> ids.add(row.id()));
    edited.get().rows().forEach(row -> ids.add(row.id()));
    List<Formula> ways = new ArrayList<>();
    for (String id : ids) {
      ways.add(unlike(proved(before, old.get(), id), proved(after, edited.get(), id)));
      ways.add(unlike(open(before, old.get(), id), open(after, edited.get(), id)));
    }
    for (Urgency urgency : Urgency.values()) {
      ways.add(
          unlike(
              before.order().proves(old.get(), urgency),
              after.order().proves(edited.get(), urgency)));
      ways.add(
          unlike(
              before.order().couldBe(old.get(), urgency),
              after.order().couldBe(edited.get(), urgency)));
    }
    return patient(f.or(ways), Dependencies.slots(old.get()), Dependencies.slots(edited.get()));
  }

  /**
   * A patient for whom a derived sign reads otherwise.
   *
   * @param sign the sign's id
   * @return empty when there is none, or when the rules of neither derive it
   */
  public Optional<Patient> differsInSign(String sign) {
    DataElement element = dictionary.element(sign).orElseThrow();
    List<Formula> ways = new ArrayList<>();
    for (boolean possible : new boolean[] {false, true}) {
      if (before.protocol().isDerivedCode(element.index())) {
        for (int code = 0; code < element.codes().size(); code++) {
          ways.add(
              unlike(
                  before.code(element.index(), code, possible),
                  after.code(element.index(), code, possible)));
        }
      } else {
        ways.add(
            unlike(before.slot(element.index(), possible), after.slot(element.index(), possible)));
      }
    }
    BitSet slots = new BitSet();
    slots.set(element.index());
    return patient(f.or(ways), slots, slots);
  }

  /** The derived signs of either reading, by id. */
  public Set<String> signs() {
    Set<String> signs = new LinkedHashSet<>();
    for (Encoding encoding : List.of(before, after)) {
      encoding
          .dependencies()
          .derived()
          .forEach(slot -> signs.add(dictionary.elements().get(slot).id()));
    }
    return signs;
  }

  /** A patient for whom any sub-chart says something else; empty where the two are equivalent. */
  public Optional<Patient> differs() {
    return before.protocol().subCharts().stream()
        .map(Chart.SubChart::id)
        .map(this::differsIn)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Chart.SubChart> find(Protocol protocol, String id) {
    return protocol.subCharts().stream().filter(s -> s.id().equals(id)).findFirst();
  }

  private Formula proved(Encoding encoding, Chart.SubChart subChart, String id) {
    return f.or(
        subChart.rows().stream()
            .filter(row -> row.id().equals(id))
            .map(row -> encoding.order().wins(subChart, row))
            .toList());
  }

  private Formula open(Encoding encoding, Chart.SubChart subChart, String id) {
    List<Formula> ways = new ArrayList<>();
    for (Row row : subChart.rows()) {
      if (row.id().equals(id)) {
        ways.add(
            f.and(
                encoding.order().isReached(subChart, row),
                encoding.row(row, true),
                f.not(encoding.order().wins(subChart, row))));
      }
    }
    return f.or(ways);
  }

  private Formula unlike(Formula one, Formula other) {
    return one.equals(other)
        ? f.falsum()
        : f.or(f.and(one, f.not(other)), f.and(other, f.not(one)));
  }

  private Optional<Patient> patient(Formula wanted, BitSet old, BitSet edited) {
    Set<Input> inputs = new LinkedHashSet<>(before.dependencies().leaves(old));
    inputs.addAll(after.dependencies().leaves(edited));
    return search.findShort(inputs, wanted).map(found -> search.patient(found, inputs));
  }
}
