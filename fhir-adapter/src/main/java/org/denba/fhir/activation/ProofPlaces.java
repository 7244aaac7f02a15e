package org.denba.fhir.activation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.denba.engine.proof.ProtocolProof;
import org.denba.engine.proof.Refutation;
import org.denba.engine.protocol.Chart;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.protocol.Row;
import org.denba.engine.rules.RuleFiles;

/** Where in the files it stands what does not hold, as file and row. */
final class ProofPlaces {

  private static final String DERIVED = "/derived.drl";

  private final Map<String, String> places = new HashMap<>();

  ProofPlaces(Protocol protocol, RuleFiles files) {
    for (Chart.SubChart chart : protocol.subCharts()) {
      for (Row row : chart.rows()) {
        for (Row.Line line : row.lines()) {
          String where = line.alternative().where();
          places.putIfAbsent(line.alternative().name(), where);
          places.putIfAbsent(row.id(), where);
          places.putIfAbsent(chart.id(), where);
        }
      }
    }
    String path = protocol.id() + DERIVED;
    List<String> lines = files.find(path).map(text -> text.lines().toList()).orElse(List.of());
    for (int i = 0; i < lines.size(); i++) {
      for (String word : lines.get(i).split("[^\\w.-]+")) {
        places.putIfAbsent(word, path + ":" + (i + 1));
      }
    }
  }

  /** Everything that does not hold and is not accepted, each with its place. */
  List<String> lines(ProtocolProof proof) {
    List<String> lines = new ArrayList<>();
    for (Refutation refutation : proof.refutations()) {
      lines.add(place(refutation, proof.protocol()) + ": " + refutation.line());
    }
    proof
        .needless()
        .forEach(
            each -> lines.add(each.where() + ": nothing needs this exception any more: remove it"));
    return lines;
  }

  private String place(Refutation refutation, String protocol) {
    String row = places.get(refutation.what());
    return row == null ? places.getOrDefault(refutation.subject(), protocol) : row;
  }
}
