package org.denba.fhir.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.denba.engine.assessment.Finding;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.rules.ClassPathRuleFiles;
import org.denba.engine.triage.RequestError;
import org.denba.fhir.finding.SentValue.Bool;
import org.denba.fhir.finding.SentValue.Items;
import org.denba.fhir.finding.SentValue.NotDone;
import org.denba.fhir.finding.SentValue.Nothing;
import org.denba.fhir.finding.SentValue.Quantity;
import org.denba.fhir.finding.SentValue.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FindingReaderTest {

  private static final DataDictionary DICTIONARY =
      DataDictionary.load(ClassPathRuleFiles.builtIn());

  private final FindingReader reader = new FindingReader(DICTIONARY, new UcumUnits());
  private final List<RequestError> errors = new ArrayList<>();

  @Test
  void readsASign() {
    assertThat(read("cough", new Bool(true))).isEqualTo(new Finding.Answer(true));
    assertThat(read("cough", new Text("yes"))).isEqualTo(new Finding.Answer(true));
    assertThat(read("cough", new Text("no"))).isEqualTo(new Finding.Answer(false));
  }

  @Test
  void readsAMeasurementInItsOwnUnitOrInAnother() {
    assertThat(read("muac", number("115"))).isEqualTo(Finding.Quantity.of(115));
    assertThat(read("muac", new Quantity(new BigDecimal("11.5"), "cm")))
        .isEqualTo(Finding.Quantity.of(115));
    assertThat(read("temperature-axillary", new Quantity(new BigDecimal("100.4"), "[degF]")))
        .isEqualTo(Finding.Quantity.of(38.0));
    assertThat(read("temperature-axillary", number("37.5"))).isEqualTo(Finding.Quantity.of(37.5));
  }

  @Test
  void readsCodesDatesAndLists() {
    assertThat(read("oedema-feet", new Text("plus2"))).isEqualTo(new Finding.Code("plus2"));
    assertThat(read("vitamin-a-last-date", new Text("2026-05-31")))
        .isEqualTo(new Finding.Day(LocalDate.of(2026, 5, 31)));
    assertThat(read("vitamin-a-last-date", new Text("2026-05-31T23:30:00Z")))
        .isEqualTo(new Finding.Day(LocalDate.of(2026, 5, 31)));
    List<Map<String, String>> doses = List.of(Map.of("antigen", "bcg", "date", "2026-05-31"));
    assertThat(read("vaccine-doses", new Items(doses))).isEqualTo(new Finding.Entries(doses));
  }

  @Test
  void keepsNotKnownApartFromNoAndFromNotDone() {
    assertThat(read("cough", new Nothing())).isEqualTo(new Finding.Unknown());
    assertThat(read("cough", new Text("unknown"))).isEqualTo(new Finding.Unknown());
    assertThat(read("spo2", new Text("not-done"))).isEqualTo(new Finding.NotDone("unspecified"));
    assertThat(read("spo2", new NotDone(null))).isEqualTo(new Finding.NotDone("unspecified"));
    assertThat(read("spo2", new NotDone("no-device"))).isEqualTo(new Finding.NotDone("no-device"));
  }

  @Test
  void takesNotDoneAndACodeNotDoneAlike() {
    assertThat(DICTIONARY.element("appetite-test").orElseThrow().hasCode("not-done")).isTrue();
    assertThat(read("appetite-test", new Text("not-done")))
        .isEqualTo(new Finding.NotDone("unspecified"));
  }

  @Test
  void refusesAReasonThatNobodyKnows() {
    refused("spo2", new NotDone("dog-ate-it"), "unknown-reason", "no-device, refused");
  }

  @Test
  void refusesAnUnknownIdAndNamesTheNearest() {
    assertThat(reader.element("temprature-axillary", "findings.temprature-axillary", errors::add))
        .isEmpty();
    assertThat(errors)
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.code()).isEqualTo("unknown-finding");
              assertThat(e.path()).isEqualTo("findings.temprature-axillary");
              assertThat(e.message()).contains("did you mean 'temperature-axillary'?");
            });
  }

  @Test
  void refusesADerivedElementAndSaysWhatToSend() {
    FindingReader knowing =
        new FindingReader(DICTIONARY, new UcumUnits(), e -> List.of("respiratory-rate"));
    knowing.read(element("fast-breathing"), new Bool(true), "findings.fast-breathing", errors::add);
    assertThat(errors).singleElement().extracting(RequestError::code).isEqualTo("derived-finding");
    assertThat(errors.get(0).message()).endsWith("leave it out and send respiratory-rate");
  }

  @Test
  void takesTheZScoresThatTheDictionaryLetsThrough() {
    assertThat(read("whz", number("-2.4"))).isEqualTo(Finding.Quantity.of(-2.4));
  }

  @ParameterizedTest
  @CsvSource({"38.5, 38.5", "'38,5', 38.5", "-3, -3"})
  void refusesANumberSentAsText(String text, String number) {
    refused(
        "temperature-axillary",
        new Text(text),
        "wrong-type",
        "send the number " + number + " without quotes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "Infinity", "-Infinity"})
  void refusesWhatIsNoNumber(String text) {
    refused("temperature-axillary", new Text(text), "not-a-number", "a number in Cel");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "-1e999999999", "1e400", "1e13"})
  void refusesNumbersLargerThanAnyMeasurement(String number) {
    refused("weight", number(number), "not-a-number", "a number in kg");
    errors.clear();
    refused("weight", new Quantity(new BigDecimal(number), "g"), "not-a-number", "a number in kg");
  }

  @Test
  void takesNumbersNearZeroAsZero() {
    assertThat(read("weight", new Quantity(new BigDecimal("1e-999999999"), "g")))
        .isEqualTo(Finding.Quantity.of(0));
  }

  @Test
  void refusesUnitsThatDoNotConvert() {
    refused(
        "blood-glucose",
        new Quantity(new BigDecimal("45"), "mg/dL"),
        "unit-not-convertible",
        "send a number in mmol/L");
  }

  @Test
  void refusesAValueWithoutItsUnit() {
    refused("muac", new Quantity(new BigDecimal("14"), null), "unit-missing", "mm");
  }

  @Test
  void refusesCodesThatTheElementLacks() {
    refused("oedema-feet", new Text("plus4"), "unknown-code", "did you mean 'plus1'?");
    errors.clear();
    refused("oedema-feet", new Bool(true), "wrong-type", "none, plus1");
    errors.clear();
    refused("card-seen", new Bool(true), "wrong-type", "yes, no, lost");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-02-30",
        "22/11/2026",
        "2026",
        "12026-01-01",
        "2026-11-22Tnoon",
        "",
        "2026-11-22T"
      })
  void refusesWhatIsNoDay(String text) {
    refused("vitamin-a-last-date", new Text(text), "invalid-date", "2026-11-22");
  }

  @Test
  void refusesWrongTypes() {
    refused("cough", number("1"), "wrong-type", "true or false");
    errors.clear();
    refused("cough", new Text("true"), "wrong-type", "true or false");
    errors.clear();
    refused("weight", new Bool(true), "wrong-type", "a number in kg");
    errors.clear();
    refused("vitamin-a-last-date", number("20260531"), "wrong-type", "a date");
    errors.clear();
    refused("weight", new Items(List.of()), "wrong-type", "a number in kg");
    errors.clear();
    refused("vaccine-doses", new Text("bcg"), "wrong-type", "a list of objects");
    errors.clear();
    refused(
        "vaccine-doses",
        new Items(List.of(Map.of("vaccine", "bcg"))),
        "unknown-field",
        "antigen, date, source");
    assertThat(errors.get(0).path()).isEqualTo("findings.vaccine-doses[0].vaccine");
  }

  @Test
  void neverRepeatsControlCharactersOrLongTexts() {
    reader.read(
        element("oedema-feet"),
        new Text("\u0000\r\nX: y\u202e" + "a".repeat(1000)),
        "findings.x",
        errors::add);
    assertThat(errors.get(0).message())
        .hasSizeLessThan(300)
        .doesNotContainPattern("\\p{Cntrl}|\u202e");
  }

  private void refused(String id, SentValue value, String code, String hint) {
    assertThat(reader.read(element(id), value, "findings." + id, errors::add)).isEmpty();
    assertThat(errors).singleElement().extracting(RequestError::code).isEqualTo(code);
    assertThat(errors.get(0).message()).contains(hint);
    assertThat(errors.get(0).path()).startsWith("findings." + id);
  }

  private Finding read(String id, SentValue value) {
    Finding finding = reader.read(element(id), value, "findings." + id, errors::add).orElseThrow();
    assertThat(errors).isEmpty();
    return finding;
  }

  private static DataElement element(String id) {
    return DICTIONARY.element(id).orElseThrow();
  }

  private static SentValue number(String value) {
    return new SentValue.Number(new BigDecimal(value));
  }
}
