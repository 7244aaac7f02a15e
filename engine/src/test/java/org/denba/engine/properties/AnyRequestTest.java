package org.denba.engine.properties;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.denba.engine.assessment.Finding;
import org.denba.engine.assessment.Interval;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.growth.Sex;
import org.denba.engine.properties.Visit.Age;
import org.denba.engine.triage.InvalidRequestException;
import org.denba.engine.triage.RequestError;
import org.denba.engine.triage.TriageRequest;
import org.denba.engine.triage.TriageResult;

/**
 * Whatever is asked is answered, or refused with every reason and its place; nothing else happens.
 */
class AnyRequestTest {

  private static final List<LocalDate> DAYS =
      List.of(
          BuiltIn.TODAY,
          BuiltIn.TODAY.plusDays(1),
          LocalDate.of(2024, 2, 29),
          LocalDate.of(1, 1, 1),
          LocalDate.of(9999, 12, 31));

  @Property(tries = 2000)
  void anyRequestIsAnsweredOrRefused(@ForAll("requests") TriageRequest request) {
    TriageResult answer;
    try {
      answer = BuiltIn.ENGINE.triage(request);
    } catch (InvalidRequestException refused) {
      assertThat(refused.errors()).isNotEmpty().allSatisfy(AnyRequestTest::isSaidWell);
      return;
    }
    assertThat(answer.summary()).isNotBlank();
    assertThat(answer.decided()).isEqualTo(answer.urgency() == answer.couldBe());
    assertThat(answer.warnings())
        .allMatch(w -> !w.message().isBlank() && !w.message().contains("{"));
  }

  private static void isSaidWell(RequestError error) {
    assertThat(error.path()).isNotBlank();
    assertThat(error.code()).matches("[a-z]+(-[a-z]+)*");
    assertThat(error.message()).isNotBlank();
  }

  @Provide
  Arbitrary<TriageRequest> requests() {
    Arbitrary<Map<String, Finding>> findings =
        pairs()
            .list()
            .ofMaxSize(6)
            .map(
                pairs -> {
                  Map<String, Finding> map = new LinkedHashMap<>();
                  pairs.forEach(pair -> map.put(pair.get1(), pair.get2()));
                  return map;
                });
    return Combinators.combine(
            ages(),
            Arbitraries.of(Sex.values()).injectNull(0.3),
            Arbitraries.of(
                    "imci-child",
                    "imci-child",
                    "imci-child",
                    "imci-young-infant",
                    "antenatal",
                    "imci-chil")
                .injectNull(0.5),
            Arbitraries.of(TriageRequest.FACILITY, TriageRequest.COMMUNITY),
            Arbitraries.of(DAYS).injectNull(0.3),
            Arbitraries.of("en", "fr", "bm", ""),
            parameters(),
            findings)
        .as(Visit::new)
        .map(Visit::request);
  }

  private static Arbitrary<Age> ages() {
    Arbitrary<Integer> number =
        Arbitraries.of(-1, 0, 1, 2, 4, 5, 18, 59, 60, 130, 1826, 50_000, Integer.MAX_VALUE)
            .injectNull(0.85);
    Arbitrary<Age> strange =
        Combinators.combine(
                Arbitraries.of(DAYS).injectNull(0.8),
                number,
                number,
                number,
                Arbitraries.of(true, false))
            .as(Age::new);
    return Arbitraries.frequencyOf(
        Tuple.of(1, strange), Tuple.of(2, SickChildren.months().map(Age::ofMonths)));
  }

  /** An element with a finding, mostly of its own kind. */
  private static Arbitrary<Tuple.Tuple2<String, Finding>> pairs() {
    Arbitrary<Tuple.Tuple2<String, Finding>> fitting =
        Arbitraries.of(BuiltIn.DICTIONARY.elements().stream().filter(e -> !e.derived()).toList())
            .flatMap(element -> fitting(element).map(finding -> Tuple.of(element.id(), finding)));
    Arbitrary<Tuple.Tuple2<String, Finding>> anything =
        Combinators.combine(ids(), findings()).as(Tuple::of);
    return Arbitraries.frequencyOf(Tuple.of(20, fitting), Tuple.of(1, anything));
  }

  private static Arbitrary<Finding> fitting(DataElement element) {
    return switch (element.type()) {
      case BOOLEAN -> Arbitraries.of(true, false).map(Finding.Answer::new);
      case QUANTITY -> Arbitraries.oneOf(numbers(), intervals());
      case CODED ->
          element.codes().isEmpty()
              ? Arbitraries.just(new Finding.Code("anything"))
              : Arbitraries.of(element.codes()).map(Finding.Code::new);
      case DATE -> Arbitraries.of(DAYS).map(Finding.Day::new);
      case LIST -> entries();
    };
  }

  private static Arbitrary<String> ids() {
    List<String> known = BuiltIn.DICTIONARY.elements().stream().map(DataElement::id).toList();
    return Arbitraries.frequencyOf(
        Tuple.of(20, Arbitraries.of(known)),
        Tuple.of(1, Arbitraries.of("couhg", "", " ", "{cough}", "x".repeat(500), "é")));
  }

  private static Arbitrary<Finding> numbers() {
    return Arbitraries.of(0.0, -0.0, 0.5, 1.0, 12.5, 37.5, 90.0, -3.0, 1e9, -1e9, 1e308, 5e-324)
        .map(Finding.Quantity::of);
  }

  private static Arbitrary<Finding> intervals() {
    return Arbitraries.of(new Interval(0, 100), new Interval(-1e308, 1e308), new Interval(36, 39))
        .map(Finding.Quantity::new);
  }

  private static Arbitrary<Finding> entries() {
    return Arbitraries.of(
        new Finding.Entries(List.of()),
        new Finding.Entries(List.of(Map.of())),
        new Finding.Entries(List.of(Map.of("antigen", "BCG", "date", "yesterday"))));
  }

  private static Arbitrary<Finding> findings() {
    Arbitrary<Finding> codes =
        Arbitraries.of("none", "positive", "negative", "not-done", "yes", "", "{x}", "oui")
            .map(Finding.Code::new);
    Arbitrary<Finding> reasons =
        Arbitraries.of("no-device", "refused", "unspecified", "none-recorded", "lazy", "")
            .map(Finding.NotDone::new);
    return Arbitraries.oneOf(
        Arbitraries.of(true, false).map(Finding.Answer::new),
        numbers(),
        intervals(),
        codes,
        reasons,
        entries(),
        Arbitraries.of(DAYS).map(Finding.Day::new),
        Arbitraries.just(new Finding.Unknown()));
  }

  private static Arbitrary<Map<String, Object>> parameters() {
    Arbitrary<String> ids =
        Arbitraries.of(
            "malaria.risk",
            "imci.spo2-refer-below",
            "site.lacks",
            "alert.signs",
            "malria.risk",
            "");
    Arbitrary<Object> values =
        Arbitraries.of("low", "", 92, 92.5, -1, Double.NaN, true, "spo2|hb", "nothing when spo2");
    return Arbitraries.frequencyOf(
        Tuple.of(5, Arbitraries.just(Map.of())),
        Tuple.of(1, Arbitraries.maps(ids, values).ofMaxSize(2)));
  }
}
