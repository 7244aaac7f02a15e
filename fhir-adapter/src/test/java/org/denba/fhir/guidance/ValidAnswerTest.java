package org.denba.fhir.guidance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.denba.fhir.mapping.Visits.at;
import static org.denba.fhir.mapping.Visits.quantity;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.denba.engine.triage.RequestError;
import org.denba.fhir.mapping.FhirFormat;
import org.denba.fhir.mapping.Visits;
import org.denba.fhir.operation.FhirCalls;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.BooleanType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Answers are valid FHIR R4 by the reference validator. It is slow, so only answers of different
 * shape are shown to it.
 */
class ValidAnswerTest {

  private static FhirValidator validator;

  @BeforeAll
  static void loadDefinitions() {
    FhirContext context = FhirCalls.PARSER.context();
    FhirInstanceValidator module =
        new FhirInstanceValidator(
            new ValidationSupportChain(
                new DefaultProfileValidationSupport(context),
                new CommonCodeSystemsTerminologyService(context),
                new InMemoryTerminologyServerValidationSupport(context)));
    module.setAnyExtensionsAllowed(true);
    module.setErrorForUnknownProfiles(false);
    validator = context.newValidator().registerValidatorModule(module);
  }

  static Stream<Arguments> requests() throws IOException {
    return Stream.of(
        Arguments.of("a sick child, much open", fixture("sick-child.json")),
        Arguments.of(
            "an urgent referral with medicines",
            Visits.ofChild()
                .says("cough", new BooleanType(true))
                .says("convulsing-now", new BooleanType(true))
                .says("fever-history", new BooleanType(true))
                .says("diarrhoea", new BooleanType(true))
                .says("skin-pinch", Visits.code(null, "very-slow"))
                .says("sunken-eyes", new BooleanType(true))
                .says("wheeze", new BooleanType(true))
                .says("weight", quantity("9.5", "kg"), at(Visits.DAY + "T09:00:00Z"))
                .json()),
        Arguments.of(
            "nobody's protocol",
            Visits.empty().patient("p1", "1980-01-01").encounter(Visits.DAY).json()),
        Arguments.of(
            "no patient resource", Visits.empty().says("age-months", quantity("18", "mo")).json()));
  }

  private static byte[] fixture(String name) throws IOException {
    try (InputStream in = ValidAnswerTest.class.getResourceAsStream("/fhir/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("requests")
  void an_answer_has_no_errors(String name, byte[] request) {
    byte[] answer =
        FhirCalls.triage().triage(request, FhirFormat.JSON, FhirFormat.JSON, "fr").body();
    assertThat(errors(answer)).isEmpty();
  }

  @Test
  void an_error_answer_has_no_errors() {
    byte[] outcome =
        FhirCalls.PARSER.write(
            Issues.errors(
                List.of(
                    new RequestError("Bundle.entry[0].resource", "wrong-type", "send a number")),
                path -> path),
            FhirFormat.JSON);
    assertThat(errors(outcome)).isEmpty();
  }

  @Test
  void the_validator_does_find_errors() {
    byte[] broken =
        "{\"resourceType\":\"Task\",\"status\":\"draft\"}".getBytes(StandardCharsets.UTF_8);
    assertThat(errors(broken)).isNotEmpty();
  }

  private static List<String> errors(byte[] resource) {
    return validator
        .validateWithResult(new String(resource, StandardCharsets.UTF_8))
        .getMessages()
        .stream()
        .filter(m -> m.getSeverity().ordinal() >= ResultSeverityEnum.ERROR.ordinal())
        .map(ValidAnswerTest::text)
        .toList();
  }

  private static String text(SingleValidationMessage message) {
    return message.getLocationString() + ": " + message.getMessage();
  }
}
