package org.denba.fhir.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.denba.engine.assessment.Finding;
import org.denba.engine.protocol.Urgency;
import org.denba.engine.triage.InvalidRequestException;
import org.denba.engine.triage.Patient;
import org.denba.engine.triage.TriageRequest;
import org.denba.engine.triage.TriageResult;
import org.junit.jupiter.api.Test;

class SevererAnswerTest {

  private static final Finding YES = new Finding.Answer(true);
  private static final Finding NO = new Finding.Answer(false);

  private static TriageRequest request() {
    return new TriageRequest(
        null,
        null,
        TriageRequest.FACILITY,
        null,
        "en",
        TriageRequest.INITIAL,
        List.of(),
        Patient.unknown(),
        Map.of(),
        Map.of("cough", YES),
        List.of(),
        null);
  }

  private static TriageResult result(Urgency urgency, Urgency couldBe) {
    return new TriageResult(
        null,
        null,
        LocalDate.EPOCH,
        "en",
        urgency,
        couldBe,
        urgency == couldBe,
        false,
        "",
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        List.of(),
        List.of());
  }

  /** Stridor is severe, a SpO2 below 90 as well; what is unknown leaves it open. */
  private static TriageResult toyRules(TriageRequest request) {
    Finding stridor = request.findings().get("stridor");
    Finding spo2 = request.findings().get("spo2");
    boolean low = spo2 instanceof Finding.Quantity q && q.value().low() < 90;
    boolean open =
        stridor == null || stridor instanceof Finding.Unknown || spo2 instanceof Finding.Unknown;
    if (YES.equals(stridor) || low) {
      return result(Urgency.REFER_URGENT, Urgency.REFER_URGENT);
    }
    return result(Urgency.TREAT_HERE, open ? Urgency.REFER_URGENT : Urgency.TREAT_HERE);
  }

  @Test
  void asks_once_where_nothing_contradicts() {
    AtomicInteger asked = new AtomicInteger();
    Function<TriageRequest, TriageResult> engine =
        r -> {
          asked.incrementAndGet();
          return toyRules(r);
        };
    new SevererAnswer(engine).triage(request(), Map.of());
    assertThat(asked).hasValue(1);
  }

  @Test
  void takes_the_more_severe_of_two_values_whichever_comes_first() {
    SevererAnswer answer = new SevererAnswer(SevererAnswerTest::toyRules);
    for (List<Finding> order : List.of(List.of(YES, NO), List.of(NO, YES))) {
      assertThat(answer.triage(request(), Map.of("stridor", order)).urgency())
          .isEqualTo(Urgency.REFER_URGENT);
    }
  }

  @Test
  void finds_the_severe_extreme_of_many_measurements() {
    List<Finding> many =
        List.of(
            Finding.Quantity.of(97),
            Finding.Quantity.of(95),
            Finding.Quantity.of(85),
            Finding.Quantity.of(93));
    TriageResult result =
        new SevererAnswer(SevererAnswerTest::toyRules)
            .triage(request(), Map.of("stridor", List.of(NO), "spo2", many));
    assertThat(result.urgency()).isEqualTo(Urgency.REFER_URGENT);
  }

  @Test
  void asks_element_by_element_where_combinations_are_many() {
    AtomicInteger asked = new AtomicInteger();
    Map<String, List<Finding>> contradictions = new LinkedHashMap<>();
    for (int i = 0; i < 100; i++) {
      contradictions.put("element-" + i, List.of(NO, YES));
    }
    contradictions.put("stridor", List.of(NO, YES));
    TriageResult result =
        new SevererAnswer(
                r -> {
                  asked.incrementAndGet();
                  return toyRules(r);
                })
            .triage(request(), contradictions);
    assertThat(result.urgency()).isEqualTo(Urgency.REFER_URGENT);
    assertThat(asked).hasValue(202);
  }

  @Test
  void a_value_that_cannot_be_evaluated_gives_way_to_one_that_can() {
    Function<TriageRequest, TriageResult> picky =
        r -> {
          if (YES.equals(r.findings().get("stridor"))) {
            throw new InvalidRequestException("findings.stridor", "wrong", "no");
          }
          return toyRules(r);
        };
    assertThat(
            new SevererAnswer(picky)
                .triage(request(), Map.of("stridor", List.of(YES, NO)))
                .urgency())
        .isEqualTo(Urgency.TREAT_HERE);
    assertThatThrownBy(
            () -> new SevererAnswer(picky).triage(request(), Map.of("stridor", List.of(YES))))
        .isInstanceOf(InvalidRequestException.class);
  }
}
