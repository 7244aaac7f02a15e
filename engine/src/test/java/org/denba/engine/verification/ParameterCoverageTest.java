package org.denba.engine.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.denba.engine.assessment.ParameterValues;
import org.denba.engine.protocol.ProtocolDescription.ParameterDescription;
import org.denba.engine.triage.TriageRequest;
import org.denba.engine.triage.TriageResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every alternative of every named parameter has a case whose answer would be another one with the
 * default.
 */
@ParameterizedClass
@MethodSource("org.denba.engine.verification.BuiltInCases#protocols")
class ParameterCoverageTest {

  @Parameter BuiltInCases builtIn;

  /** Alternatives that a protocol must let through and reads alike. */
  private static final Set<String> NO_DIFFERENCE = Set.of("antenatal: malaria.risk = low");

  /** One alternative of a parameter. */
  private record Choice(ParameterDescription parameter, Object value) {}

  @Test
  void everyAlternativeChangesAnAnswer() {
    assertThat(
            choices()
                .filter(
                    choice ->
                        !NO_DIFFERENCE.contains(
                                builtIn.id()
                                    + ": "
                                    + choice.parameter().id()
                                    + " = "
                                    + choice.value())
                            && builtIn.cases().stream().noneMatch(each -> changes(choice, each)))
                .map(this::text))
        .isEmpty();
  }

  private String text(Choice choice) {
    return choice.parameter().id() + " = " + choice.value();
  }

  private Stream<Choice> choices() {
    return BuiltInCases.ENGINE.protocol(builtIn.id(), "en").orElseThrow().parameters().stream()
        .flatMap(
            parameter ->
                parameter.alternatives().stream().map(value -> new Choice(parameter, value)));
  }

  private boolean changes(Choice choice, ClinicalCase each) {
    Object used = each.request().parameters().get(choice.parameter().id());
    if (used == null || !ParameterValues.text(used).equals(ParameterValues.text(choice.value()))) {
      return false;
    }
    Map<String, Object> parameters = new HashMap<>(each.request().parameters());
    parameters.remove(choice.parameter().id());
    return !said(each.request()).equals(said(with(each.request(), parameters)));
  }

  /**
   * The answer without its reasons and wording of classifications, which may name the parameter
   * itself.
   */
  private List<Object> said(TriageRequest request) {
    TriageResult result = BuiltInCases.ENGINE.triage(request);
    return List.of(
        result.urgency(),
        result.couldBe(),
        result.classifications().stream()
            .map(
                row ->
                    List.of(row.rule(), row.status(), row.urgency(), row.provisional(), row.held()))
            .toList(),
        result.recommendations());
  }

  private static TriageRequest with(TriageRequest request, Map<String, Object> parameters) {
    return new TriageRequest(
        request.id(),
        request.protocol(),
        request.setting(),
        request.date(),
        request.language(),
        request.visit(),
        request.earlier(),
        request.patient(),
        parameters,
        request.findings(),
        request.notices(),
        request.companion());
  }
}
