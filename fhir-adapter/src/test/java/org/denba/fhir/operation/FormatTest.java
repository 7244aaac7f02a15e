package org.denba.fhir.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.denba.fhir.operation.WebCalls.XML;
import static org.denba.fhir.operation.WebCalls.call;
import static org.denba.fhir.operation.WebCalls.error;
import static org.denba.fhir.operation.WebCalls.triage;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.denba.fhir.mapping.Visits;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Formats and languages of answers. */
class FormatTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      nullValues = "-",
      value = {
        "-; -; application/fhir+json",
        "*/*; -; application/fhir+json",
        "application/json; -; application/fhir+json",
        "application/fhir+xml; -; application/fhir+xml",
        "application/xml; -; application/fhir+xml",
        "application/fhir+json, application/fhir+xml; -; application/fhir+json",
        "application/fhir+xml, */*; -; application/fhir+xml",
        "text/html, */*; -; application/fhir+json",
        "application/fhir+json; xml; application/fhir+xml",
        "application/fhir+xml; json; application/fhir+json",
        "-; application/fhir+xml; application/fhir+xml",
      })
  void writes_the_format_that_is_wanted(String accept, String format, String expected)
      throws Exception {
    MockHttpServletRequestBuilder request = triage(Visits.ofChild().json());
    if (accept != null) {
      request.header("Accept", accept);
    }
    if (format != null) {
      request.queryParam("_format", format);
    }
    MockHttpServletResponse response = call(request);
    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(response.getContentType()).startsWith(expected);
  }

  @Test
  void weighs_the_formats_that_a_client_takes() throws Exception {
    MockHttpServletResponse response =
        call(
            triage(Visits.ofChild().json())
                .header("Accept", "application/fhir+json;q=0.2, application/fhir+xml;q=0.9"));
    assertThat(response.getContentType()).startsWith(XML);
  }

  @Test
  void an_answer_that_nobody_reads_is_not_given() throws Exception {
    error(call(triage(Visits.ofChild().json()).header("Accept", "text/html")), 406);
  }

  @Test
  void speaks_the_language_that_is_wanted() throws Exception {
    MockHttpServletResponse french =
        call(triage(Visits.ofChild().json()).header("Accept-Language", "fr-ML, en;q=0.5"));
    assertThat(french.getHeader("Content-Language")).isEqualTo("fr");
    Parameters english = new Parameters();
    english.addParameter().setName("bundle").setResource(Visits.ofChild().bundle());
    english.addParameter().setName("language").setValue(new CodeType("en"));
    assertThat(
            call(triage(Visits.json(english)).header("Accept-Language", "fr"))
                .getHeader("Content-Language"))
        .isEqualTo("en");
  }

  @Test
  void writes_errors_in_the_format_of_the_client() throws Exception {
    MockHttpServletResponse response = call(post("/fhir/$triage").contentType(XML).content("<x/>"));
    assertThat(response.getContentType()).startsWith(XML);
    error(response, 400);
  }
}
