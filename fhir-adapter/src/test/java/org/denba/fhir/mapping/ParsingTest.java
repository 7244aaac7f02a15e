package org.denba.fhir.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.denba.engine.triage.InvalidRequestException;
import org.denba.engine.triage.Notice;
import org.denba.engine.triage.TriageRequest.EarlierRow;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the body may be, and what a parser must not let pass. */
class ParsingTest {

  private static final String SIGN =
      "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[{\"resource\":{\"resourceType\":\"Observation\","
          + "\"status\":\"final\",\"code\":{\"coding\":[{\"code\":\"stridor-calm\"}]},%s}}]}";

  private static FhirEncounter read(String json) {
    return Visits.door()
        .read(
            json.getBytes(StandardCharsets.UTF_8), FhirFormat.JSON, null, UnaryOperator.identity());
  }

  private static FhirEncounter xml(String xml) {
    return Visits.door()
        .read(xml.getBytes(StandardCharsets.UTF_8), FhirFormat.XML, null, UnaryOperator.identity());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "1",
        "\"text\"",
        "[]",
        "{",
        "{}",
        "{\"resourceType\":\"Nonsense\"}",
        "{\"resourceType\":7}",
        "{\"resourceType\":\"Bundle\"} {\"resourceType\":\"Bundle\"}",
        "<Bundle xmlns=\"http://hl7.org/fhir\"/>",
        "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"id\":\"1\"}}]}",
        "{\"resourceType\":\"Bundle\",\"entry\":\"none\"}",
        "{\"resourceType\":\"Patient\",\"birthDate\":\"2025-13-45\"}"
      })
  void refuses_what_is_no_fhir(String body) {
    assertThatThrownBy(() -> read(body)).isInstanceOf(UnreadableFhirException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"valueBoolean\":\"maybe\"",
        "\"valueBoolean\":[false,true]",
        "\"valueBoolean\":false,\"valueBoolean\":true",
        "\"valueBoolean\":false,\"valueInteger\":1",
        "\"effectiveDateTime\":\"yesterday\",\"valueBoolean\":false"
      })
  void refuses_values_that_a_parser_would_drop(String value) {
    assertThatThrownBy(() -> read(SIGN.formatted(value)))
        .isInstanceOf(UnreadableFhirException.class)
        .hasMessageNotContaining("maybe")
        .hasMessageNotContaining("yesterday");
  }

  @Test
  void a_mistyped_element_leaves_the_sign_unknown_and_is_named() {
    FhirEncounter read = read(SIGN.formatted("\"valueBolean\":false"));
    assertThat(read.request().notices())
        .extracting(Notice::code)
        .containsExactly("unknown-element", "no-value");
  }

  @Test
  void survives_numbers_that_do_not_fit_into_memory() {
    for (String number :
        new String[] {
          "1e999999999", "1e-999999999", "-1E+99999", "9".repeat(400), "9".repeat(5000)
        }) {
      String json =
          SIGN.replace("stridor-calm", "weight")
              .formatted("\"valueQuantity\":{\"value\":" + number + ",\"unit\":\"kg\"}");
      assertThatThrownBy(() -> read(json))
          .isInstanceOfAny(InvalidRequestException.class, UnreadableFhirException.class);
    }
    String xml =
        "<Bundle xmlns=\"http://hl7.org/fhir\"><entry><resource><Observation><status value=\"final\"/><code><coding>"
            + "<code value=\"weight\"/></coding></code><valueQuantity><value value=\"1e999999999\"/><unit value=\"kg\"/>"
            + "</valueQuantity></Observation></resource></entry></Bundle>";
    assertThatThrownBy(() -> xml(xml))
        .isInstanceOfAny(InvalidRequestException.class, UnreadableFhirException.class);
  }

  @Test
  void survives_deep_nesting() {
    String deep = "{\"resourceType\":\"Bundle\",\"extension\":" + "[{\"extension\":".repeat(20_000);
    assertThatThrownBy(() -> read(deep)).isInstanceOf(UnreadableFhirException.class);
    String closed = "{\"resourceType\":\"Bundle\",\"x\":" + "[".repeat(900) + "]".repeat(900) + "}";
    assertThatThrownBy(() -> read(closed + "x")).isInstanceOf(UnreadableFhirException.class);
    String deepXml = "<Bundle xmlns=\"http://hl7.org/fhir\">" + "<extension>".repeat(20_000);
    assertThatThrownBy(() -> xml(deepXml)).isInstanceOf(UnreadableFhirException.class);
  }

  @Test
  void resolves_no_entities() {
    String external =
        "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
            + "<Bundle xmlns=\"http://hl7.org/fhir\"><id value=\"&e;\"/></Bundle>";
    String laughs =
        "<!DOCTYPE lolz [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>"
            + "<Bundle xmlns=\"http://hl7.org/fhir\"><id value=\"&c;\"/></Bundle>";
    String parameter =
        "<!DOCTYPE x [<!ENTITY % p SYSTEM \"http://127.0.0.1:9/x.dtd\"> %p;]><Bundle xmlns=\"http://hl7.org/fhir\"/>";
    for (String attack : new String[] {external, laughs, parameter}) {
      assertThatThrownBy(() -> xml(attack))
          .isInstanceOf(UnreadableFhirException.class)
          .hasMessageContaining("DOCTYPE");
    }
  }

  @Test
  void an_encoding_that_would_hide_a_doctype_is_refused() {
    byte[] utf16 =
        "<!DOCTYPE x><Bundle xmlns=\"http://hl7.org/fhir\"/>".getBytes(StandardCharsets.UTF_16LE);
    assertThatThrownBy(
            () -> Visits.door().read(utf16, FhirFormat.XML, null, UnaryOperator.identity()))
        .isInstanceOf(UnreadableFhirException.class);
    byte[] latin =
        "{\"resourceType\":\"Bundle\",\"id\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(
            () -> Visits.door().read(latin, FhirFormat.JSON, null, UnaryOperator.identity()))
        .isInstanceOf(UnreadableFhirException.class)
        .hasMessageContaining("UTF-8");
  }

  @ParameterizedTest
  @EnumSource(FhirFormat.class)
  void reads_both_formats_with_and_without_a_byte_order_mark(FhirFormat format) {
    byte[] body =
        new FhirParser()
            .write(Visits.ofChild().says("cough", new BooleanType(true)).bundle(), format);
    byte[] marked =
        ("\uFEFF" + new String(body, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    for (byte[] one : new byte[][] {body, marked}) {
      assertThat(
              Visits.door().read(one, format, null, UnaryOperator.identity()).request().findings())
          .containsOnlyKeys("cough");
    }
  }

  @Test
  void reads_parameters() {
    Parameters parameters = new Parameters();
    parameters
        .addParameter()
        .setName("bundle")
        .setResource(Visits.ofChild().says("cough", new BooleanType(true)).bundle());
    parameters.addParameter().setName("protocol").setValue(new CodeType("imci-child"));
    parameters.addParameter().setName("setting").setValue(new StringType("community"));
    parameters.addParameter().setName("date").setValue(new DateType("2026-11-23"));
    parameters.addParameter().setName("language").setValue(new CodeType("fr"));
    parameters.addParameter(named("malaria.risk", new StringType("low")));
    parameters.addParameter(named("yi.genta-days", new IntegerType(2)));
    FhirEncounter read =
        Visits.door()
            .read(Visits.json(parameters), FhirFormat.JSON, "en", UnaryOperator.identity());
    assertThat(read.request().protocol()).isEqualTo("imci-child");
    assertThat(read.request().setting()).isEqualTo("community");
    assertThat(read.request().date()).isEqualTo(LocalDate.of(2026, 11, 23));
    assertThat(read.request().language()).isEqualTo("fr");
    assertThat(read.request().parameters())
        .isEqualTo(Map.of("malaria.risk", "low", "yi.genta-days", 2));
    assertThat(read.sources().get("cough").path())
        .isEqualTo("Parameters.parameter[0].resource.entry[2].resource");
  }

  @Test
  void reads_a_follow_up_visit_with_what_was_found_before() {
    Parameters parameters = new Parameters();
    parameters.addParameter().setName("bundle").setResource(Visits.ofChild().bundle());
    parameters.addParameter().setName("visit").setValue(new CodeType("follow-up"));
    ParametersParameterComponent earlier = parameters.addParameter().setName("earlier");
    earlier.addPart().setName("rule").setValue(new CodeType("COU-3"));
    earlier.addPart().setName("date").setValue(new DateType("2026-11-19"));
    FhirEncounter read =
        Visits.door()
            .read(Visits.json(parameters), FhirFormat.JSON, "en", UnaryOperator.identity());
    assertThat(read.request().visit()).isEqualTo("follow-up");
    assertThat(read.request().earlier())
        .containsExactly(new EarlierRow("COU-3", LocalDate.of(2026, 11, 19)));

    Parameters wrong = new Parameters();
    wrong.addParameter().setName("bundle").setResource(Visits.ofChild().bundle());
    wrong.addParameter().setName("visit").setValue(new CodeType("second"));
    wrong.addParameter().setName("earlier").setValue(new CodeType("COU-3"));
    assertThatThrownBy(
            () ->
                Visits.door()
                    .read(Visits.json(wrong), FhirFormat.JSON, "en", UnaryOperator.identity()))
        .isInstanceOfSatisfying(
            InvalidRequestException.class,
            e ->
                assertThat(e.errors())
                    .extracting(error -> error.path() + " " + error.code())
                    .containsExactly(
                        "Parameters.parameter[1].value unknown-code",
                        "Parameters.parameter[2] wrong-type"));
  }

  private static ParametersParameterComponent named(String name, Type value) {
    ParametersParameterComponent parameter = new ParametersParameterComponent();
    parameter.setName("parameter");
    parameter.addPart().setName("name").setValue(new StringType(name));
    parameter.addPart().setName("value").setValue(value);
    return parameter;
  }

  @Test
  void names_every_parameter_that_is_wrong() {
    Parameters parameters = new Parameters();
    parameters.addParameter().setName("protocoll").setValue(new CodeType("imci-child"));
    parameters.addParameter().setName("protocol").setValue(new BooleanType(true));
    parameters.addParameter().setName("date").setValue(new DateType("2026-11"));
    parameters.addParameter().setName("parameter").setValue(new StringType("x"));
    assertThatThrownBy(
            () ->
                Visits.door()
                    .read(Visits.json(parameters), FhirFormat.JSON, null, UnaryOperator.identity()))
        .isInstanceOfSatisfying(
            InvalidRequestException.class,
            e ->
                assertThat(e.errors())
                    .extracting(error -> error.path() + " " + error.code())
                    .containsExactly(
                        "Parameters.parameter[0] unknown-parameter",
                        "Parameters.parameter[1].value wrong-type",
                        "Parameters.parameter[2].value wrong-type",
                        "Parameters.parameter[3] wrong-type",
                        "Parameters bundle-missing"));
  }

  @Test
  void another_resource_is_understood_and_refused() {
    assertThatThrownBy(() -> read("{\"resourceType\":\"Patient\",\"id\":\"1\"}"))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("Bundle");
  }
}
