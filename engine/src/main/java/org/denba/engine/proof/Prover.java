package org.denba.engine.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.protocol.Chart;
import org.denba.engine.protocol.Protocol;

/** Proves a protocol's charts and derived signs over the whole space of their inputs. */
public final class Prover {

  private final DataDictionary dictionary;

  /**
   * @param dictionary the data dictionary with which the protocols were read
   */
  public Prover(DataDictionary dictionary) {
    this.dictionary = dictionary;
  }

  /** Every property of every sub-chart and derived sign of one protocol. */
  public List<Refutation> prove(Protocol protocol, ProofExceptions exceptions) {
    InputSpace space = InputSpace.of(protocol, dictionary);
    PatientSearch search = new PatientSearch(space);
    Encoding encoding = search.encode(protocol, "");
    List<Subject> charts = new ArrayList<>();
    for (Chart.SubChart subChart : protocol.subCharts()) {
      charts.add(Subject.of(subChart, encoding, space));
    }
    List<Subject> signs = new ArrayList<>();
    for (int slot : encoding.dependencies().derived()) {
      signs.add(Subject.of(slot, encoding, space));
    }
    List<Refutation> found = new ArrayList<>();
    RowProofs rows = new RowProofs(encoding);
    SignProofs derived = new SignProofs(encoding);
    for (Subject chart : charts) {
      long start = System.nanoTime();
      rows.complete(chart, found);
      rows.decided(chart, found);
      rows.oneBlock(chart, found);
      rows.severeFirst(chart, found);
      rows.alive(chart, found);
      rows.nothingKnown(chart, found);
      if (Boolean.getBoolean("proof.trace"))
        System.out.println(
            protocol.id()
                + " "
                + chart.id()
                + " "
                + chart.read()
                + " "
                + chart.readCombinations()
                + " leaves "
                + chart.inputs().size()
                + " "
                + chart.combinations()
                + " ms "
                + (System.nanoTime() - start) / 1000000);
    }
    for (Subject sign : signs) {
      long start = System.nanoTime();
      derived.decided(sign, found);
      derived.alive(sign, found);
      derived.readings(sign, found);
      if (Boolean.getBoolean("proof.trace"))
        System.out.println(
            protocol.id()
                + " "
                + sign.id()
                + " "
                + sign.read()
                + " "
                + sign.readCombinations()
                + " leaves "
                + sign.inputs().size()
                + " "
                + sign.combinations()
                + " ms "
                + (System.nanoTime() - start) / 1000000);
    }
    Map<Input, List<Subject>> dangers = new LinkedHashMap<>();
    Set<Input> inputs = new LinkedHashSet<>();
    List<Subject> all = new ArrayList<>(charts);
    all.addAll(signs);
    for (Subject subject : all) {
      inputs.addAll(subject.inputs());
      if (subject.isChart()) {
        for (Input sign : DangerSigns.of(subject.subChart(), encoding, space)) {
          dangers.computeIfAbsent(sign, s -> new ArrayList<>()).add(subject);
        }
      }
    }
    encoding.complete();
    for (Input input : inputs) {
      if (!input.isFinding()) {
        continue;
      }
      long start = System.nanoTime();
      String copy = "other " + input.name() + " ";
      search.passing(
          copy,
          () -> {
            ChangeProofs changes = new ChangeProofs(encoding, space, input, copy, exceptions);
            changes.forgetting(all, found);
            changes.refused(all, found);
            changes.dangerSign(dangers.getOrDefault(input, List.of()), found);
          });
      if (Boolean.getBoolean("proof.trace"))
        System.out.println(
            protocol.id()
                + " change "
                + input.name()
                + " ms "
                + (System.nanoTime() - start) / 1000000);
    }
    found.replaceAll(r -> exceptions.covering(r).map(e -> r.accepted(e.why())).orElse(r));
    return found;
  }
}
