package org.denba.engine.mutation;

import java.util.ArrayList;
import java.util.List;
import org.denba.engine.TriageEngine;
import org.denba.engine.protocol.Chart;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.rules.RuleFiles;

/** Every mutant of a set of rules. */
public final class RuleMutants {

  /** Stands for a protocol where a dose table is changed: all protocols share them. */
  public static final String DOSES = "doses";

  private final TriageEngine engine;
  private final RuleFiles files;

  private RuleMutants(TriageEngine engine) {
    this.engine = engine;
    this.files = engine.files();
  }

  /** The mutants of a protocol's charts, derived signs and side tables. */
  public static List<Mutant> of(TriageEngine engine, Protocol protocol) {
    return new RuleMutants(engine).ofProtocol(protocol);
  }

  /** The mutants of the dose tables. */
  public static List<Mutant> ofDoses(TriageEngine engine) {
    return new RuleMutants(engine).ofDoses();
  }

  private List<Mutant> ofProtocol(Protocol protocol) {
    String id = protocol.id();
    Words words = new Words(engine.dictionary(), protocol::parameter);
    List<Mutant> mutants = new ArrayList<>();
    for (Chart chart : protocol.charts()) {
      String path = id + "/" + chart.id() + ".csv";
      mutants.addAll(ChartMutants.of(id, chart.id(), Sheet.read(path, files.read(path)), words));
    }
    String derived = id + "/derived.drl";
    files
        .find(derived)
        .ifPresent(text -> mutants.addAll(DerivedMutants.of(id, derived, text, words)));
    mutants.addAll(
        table(id, "actions")
            .lines()
            .conditions(words, "when", "unless", "unless-possible")
            .numbers("days")
            .emptied("course")
            .mutants());
    mutants.addAll(table(id, "guards").lines().conditions(words, "asked-when").mutants());
    mutants.addAll(
        table(id, "closes").lines().conditions(words, "unless").emptied("when-known").mutants());
    mutants.addAll(table(id, "intake").lines().mutants());
    mutants.addAll(
        table(id, "schedule")
            .lines()
            .numbers(
                "min-age",
                "recommended",
                "min-interval",
                "too-old-from",
                "live-spacing",
                "late-start-from",
                "active-from")
            .conditions(words, "active-when")
            .emptied("if-too-old", "season", "districts", "late-start-doses")
            .mutants());
    return mutants;
  }

  private TableMutants table(String protocol, String name) {
    String path = protocol + "/" + name + ".csv";
    return new TableMutants(protocol, name, Sheet.read(path, files.find(path).orElse("nothing\n")));
  }

  private List<Mutant> ofDoses() {
    List<Mutant> mutants = new ArrayList<>();
    for (String path : files.list("doses/")) {
      String name = path.substring(path.indexOf('/') + 1);
      if (name.endsWith(".csv")
          && !name.contains("/")
          && !name.equals("targets.csv")
          && !name.equals("weight-for-age.csv")) {
        mutants.addAll(
            DoseMutants.of(
                name.substring(0, name.length() - 4), Sheet.read(path, files.read(path))));
      }
    }
    return mutants;
  }
}
