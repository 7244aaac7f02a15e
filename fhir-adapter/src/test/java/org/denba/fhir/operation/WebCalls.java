package org.denba.fhir.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.denba.fhir.mapping.FhirFormat;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Calls the FHIR door as a client does, and reads what it answers. */
final class WebCalls {

  static final String JSON = "application/fhir+json";
  static final String XML = "application/fhir+xml";
  private static final MockMvc WEB = FhirCalls.web();

  static MockHttpServletResponse call(MockHttpServletRequestBuilder request) throws Exception {
    return WEB.perform(request).andReturn().getResponse();
  }

  static MockHttpServletRequestBuilder triage(byte[] body) {
    return post("/fhir/$triage").contentType(JSON).content(body);
  }

  static byte[] fixture(String name) throws IOException {
    try (InputStream in = WebCalls.class.getResourceAsStream("/fhir/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }

  static <T extends Resource> T body(MockHttpServletResponse response, Class<T> type) {
    String media = Objects.requireNonNull(response.getContentType());
    FhirFormat format = FhirFormat.of(media).orElseThrow();
    return type.cast(FhirCalls.PARSER.parse(response.getContentAsByteArray(), format).resource());
  }

  static OperationOutcome error(MockHttpServletResponse response, int status) {
    assertThat(response.getStatus()).isEqualTo(status);
    OperationOutcome outcome = body(response, OperationOutcome.class);
    assertThat(outcome.getIssue()).isNotEmpty();
    assertThat(new String(response.getContentAsByteArray(), StandardCharsets.UTF_8))
        .doesNotContain("Exception", "\tat ", "org.denba");
    return outcome;
  }

  static <T extends Resource> T first(Bundle bundle, Class<T> type) {
    return bundle.getEntry().stream()
        .map(Bundle.BundleEntryComponent::getResource)
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElseThrow();
  }

  private WebCalls() {}
}
