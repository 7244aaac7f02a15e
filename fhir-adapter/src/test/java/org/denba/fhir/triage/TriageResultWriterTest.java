package org.denba.fhir.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.denba.engine.protocol.Colour;
import org.denba.engine.protocol.Urgency;
import org.denba.engine.triage.TriageResult;
import org.denba.engine.triage.TriageResult.Because;
import org.denba.engine.triage.TriageResult.Classification;
import org.denba.engine.triage.TriageResult.Recommendation;
import org.denba.engine.triage.TriageResult.Status;
import org.denba.engine.triage.Warning;
import org.denba.fhir.json.AnswerJson;
import org.junit.jupiter.api.Test;

class TriageResultWriterTest {

  /** The promised form; line breaks and indentation are only for the reader here. */
  private static final String EXPECTED =
      """
      {"id":"e1",
       "protocol":{"id":"imci-child","version":"1.0.0","digest":"sha256:0","approval":"draft",
        "approvalText":"Projet"},
       "date":"2026-11-22","language":"fr",
       "urgency":"treat-here","couldBe":"refer-urgent","decided":false,"complete":false,
       "summary":"Ne pas renvoyer à la maison.",
       "classifications":[{"chart":"cough","rule":"COU-3","id":"pneumonia","label":"Pneumonie",
        "colour":"yellow","urgency":"treat-here","status":"proved","provisional":true,"held":false,
        "because":[{"dataElement":"cough","value":true},
         {"dataElement":"respiratory-rate","value":44,"unit":"/min"},
         {"dataElement":"temperature-axillary","value":37.5,"unit":"Cel"},
         {"parameter":"malaria.risk","value":"high"},
         {"dataElement":"age-months","value":{"low":11,"high":13}},
         {"dataElement":"hb","value":{"notDone":"no-device"}}],
        "missing":[],"source":"WHO","flags":[],"approval":"draft"}],
       "stillToAssess":[],
       "recommendations":[{"kind":"follow-up","id":"FU-COU-3","text":"Revoir",
        "because":["COU-3"],"final":false,"source":"WHO","doseMissing":[],"notes":[],
        "dueInDays":3,"due":"2026-11-25"}],
       "referral":null,"companion":null,"parameters":[],
       "warnings":[{"code":"out-of-range","path":"findings.spo2","message":"…"}]}
      """;

  private final TriageResultWriter writer = new TriageResultWriter(new AnswerJson());

  @Test
  void writesTheFieldsThatClientsArePromisedInTheirOrder() {
    String json = new String(writer.write(result()), StandardCharsets.UTF_8);

    assertThat(json).isEqualTo(EXPECTED.lines().map(String::strip).collect(Collectors.joining()));
  }

  @Test
  void writesNumbersAsPeopleWriteThem() {
    AnswerJson json = new AnswerJson();
    List<Double> numbers = List.of(500.0, 0.1 + 0.2, -0.0, 37.5, 1e-7, 12345678901.0, -2.25);
    assertThat(new String(json.write(numbers), StandardCharsets.UTF_8))
        .isEqualTo("[500,0.3,0,37.5,0.0000001,12345678901,-2.25]");
  }

  private static TriageResult result() {
    return new TriageResult(
        "e1",
        new TriageResult.ProtocolRef("imci-child", "1.0.0", "sha256:0", "draft", "Projet"),
        LocalDate.of(2026, 11, 22),
        "fr",
        Urgency.TREAT_HERE,
        Urgency.REFER_URGENT,
        false,
        false,
        "Ne pas renvoyer à la maison.",
        List.of(
            new Classification(
                "cough",
                "COU-3",
                "pneumonia",
                "Pneumonie",
                Colour.YELLOW,
                Urgency.TREAT_HERE,
                Status.PROVED,
                true,
                false,
                List.of(
                    new Because("cough", null, true, null),
                    new Because("respiratory-rate", null, 44.0, "/min"),
                    new Because("temperature-axillary", null, 37.5, "Cel"),
                    new Because(null, "malaria.risk", "high", null),
                    new Because("age-months", null, new TriageResult.Range(11.0, 13.0), null),
                    new Because("hb", null, new TriageResult.NotDone("no-device"), null)),
                List.of(),
                "WHO",
                List.of(),
                "draft")),
        List.of(),
        List.of(
            new Recommendation(
                "follow-up",
                "FU-COU-3",
                "Revoir",
                List.of("COU-3"),
                false,
                "WHO",
                null,
                List.of(),
                List.of(),
                null,
                3,
                LocalDate.of(2026, 11, 25))),
        null,
        null,
        List.of(),
        List.of(new Warning("out-of-range", "findings.spo2", "…")));
  }
}
