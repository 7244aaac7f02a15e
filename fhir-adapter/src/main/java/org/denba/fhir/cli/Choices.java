package org.denba.fhir.cli;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.denba.engine.triage.TriageRequest;

/**
 * What the options of {@code triage} say in place of the file; null is "as the file says".
 *
 * @param language language of the answer
 * @param date day of the assessment
 * @param protocol protocol to use
 * @param parameters named parameters that differ
 */
record Choices(String language, LocalDate date, String protocol, Map<String, Object> parameters)
    implements UnaryOperator<TriageRequest> {

  @Override
  public TriageRequest apply(TriageRequest read) {
    Map<String, Object> chosen = new LinkedHashMap<>(read.parameters());
    chosen.putAll(parameters);
    return new TriageRequest(
        read.id(),
        protocol == null ? read.protocol() : protocol,
        read.setting(),
        date == null ? read.date() : date,
        language == null ? read.language() : language,
        read.visit(),
        read.earlier(),
        read.patient(),
        chosen,
        read.findings(),
        read.notices(),
        read.companion());
  }
}
