package org.denba.fhir.triage;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.denba.engine.assessment.Finding;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.triage.RequestError;
import org.denba.fhir.finding.FindingReader;
import org.denba.fhir.finding.Quoted;
import tools.jackson.databind.JsonNode;

/** Reads the object {@code findings} of a request: data element ids and what was found. */
final class FindingsReader {

  private final FindingReader reader;
  private final int most;

  /**
   * @param most how many findings a patient can have in one request
   */
  FindingsReader(FindingReader reader, int most) {
    this.reader = reader;
    this.most = most;
  }

  Map<String, Finding> read(JsonNode node, String path, Consumer<RequestError> errors) {
    Map<String, Finding> findings = new LinkedHashMap<>();
    Optional<Fields> fields = Fields.ofAnyNames(node, path, errors);
    if (fields.isEmpty()) {
      return findings;
    }
    int count = fields.get().names().size();
    if (count > most) {
      errors.accept(
          new RequestError(
              path, "too-many-findings", "holds " + count + " findings: send at most " + most));
      return findings;
    }
    for (String id : fields.get().names()) {
      String at = fields.get().path(Quoted.path(id));
      Optional<DataElement> element = reader.element(id, at, errors);
      if (element.isPresent()) {
        SentValues.of(fields.get().node(id), at, errors)
            .flatMap(sent -> reader.read(element.get(), sent, at, errors))
            .ifPresent(finding -> findings.put(id, finding));
      }
    }
    return findings;
  }
}
