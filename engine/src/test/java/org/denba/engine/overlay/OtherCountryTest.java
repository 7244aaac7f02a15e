package org.denba.engine.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.denba.engine.TriageEngine;
import org.denba.engine.assessment.Finding;
import org.denba.engine.protocol.ProtocolDescription;
import org.denba.engine.protocol.ProtocolDescription.ParameterDescription;
import org.denba.engine.protocol.ProtocolDescription.RowDescription;
import org.denba.engine.rules.OverlayRef;
import org.denba.engine.triage.EngineOptions;
import org.denba.engine.triage.Patient;
import org.denba.engine.triage.TriageRequest;
import org.denba.engine.triage.TriageResult;
import org.denba.engine.triage.TriageResult.ParameterChoice;
import org.denba.engine.verification.CaseRunner;
import org.denba.engine.verification.OverlayCases;
import org.denba.engine.verification.SelfTest;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A country needs no Java: files beside the tests make one. */
class OtherCountryTest {

  private static final OverlaidRules FILES = OverlaidRules.good();
  private static final TriageEngine HIGHLAND = FILES.load();
  private static final TriageEngine RULES_ALONE =
      TriageEngine.load(FILES, EngineOptions.defaults(() -> OverlaidRules.DAY));
  private static final LocalDate AUGUST = LocalDate.of(2026, 8, 20);

  @TestFactory
  Stream<DynamicTest> itsCasesPass() {
    return OverlayCases.read(HIGHLAND, FILES, "highland", OverlaidRules.DAY).stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.id() + " - " + each.title(),
                    () -> assertThat(CaseRunner.run(HIGHLAND, each).failures()).isEmpty()));
  }

  @Test
  void theRulesAloneAreAsTheyWere() {
    assertThat(
            OverlayCases.read(HIGHLAND, FILES, "highland", OverlaidRules.DAY).stream()
                .filter(each -> !CaseRunner.run(RULES_ALONE, each).passed())
                .map(each -> each.id()))
        .contains("HIGH.ear", "HIGH.pus-alone", "HIGH.hospital", "HIGH.vitamin-a");
    assertThat(SelfTest.of(RULES_ALONE).ready()).isTrue();
  }

  @Test
  void theEngineIsReadyWhenTheRulesAndTheCountryPass() {
    assertThat(SelfTest.of(HIGHLAND).canaries()).isEmpty();

    TriageEngine wrong =
        FILES
            .replacing(OverlaidRules.HIGHLAND + "cases/first.yaml", "FU-EAR-2: 2", "FU-EAR-2: 3")
            .load();
    assertThat(SelfTest.of(wrong).ready()).isFalse();
    assertThat(SelfTest.of(wrong).canaries())
        .singleElement()
        .satisfies(
            failure -> {
              assertThat(failure.file()).isEqualTo("overlays/highland/cases/first.yaml");
              assertThat(failure.caseId()).isEqualTo("HIGH.ear");
            });
  }

  @Test
  void whatASiteSetsTouchesNoCanaryOfTheCountry() {
    EngineOptions site =
        new EngineOptions(
            () -> OverlaidRules.DAY,
            1,
            Map.of("malaria.risk", "low", "imci.amox-fast-breathing-days", 3),
            Set.of("malaria.risk"),
            "highland",
            "valley");
    assertThat(SelfTest.of(FILES.load(site)).canaries()).isEmpty();
  }

  @Test
  void anAnswerNamesTheOverlay() {
    TriageResult answer = HIGHLAND.triage(fever(AUGUST, Map.of(), Map.of()));
    assertThat(answer.protocol().overlay()).isEqualTo(new OverlayRef("highland", "0.2.0"));
    assertThat(answer.protocol().approval()).isEqualTo("draft");
    assertThat(HIGHLAND.protocol("imci-child", "en").orElseThrow().overlay())
        .isEqualTo(new OverlayRef("highland", "0.2.0"));
    assertThat(RULES_ALONE.triage(fever(AUGUST, Map.of(), Map.of())).protocol().overlay()).isNull();
  }

  @Test
  void theDigestCoversEveryFileOfTheOverlay() {
    String digest = digest(HIGHLAND);
    assertThat(digest).isNotEqualTo(digest(RULES_ALONE));
    List.of(
            "overlay.yaml",
            "parameters-by-district.csv",
            "imci-child/ear-problem.csv",
            "imci-child/actions.csv",
            "imci-child/texts_fr.properties",
            "texts/texts_en.properties",
            "doses/TX-VITA-SUPP.csv")
        .forEach(
            file -> {
              String path = OverlaidRules.HIGHLAND + file;
              String longer = FILES.read(path) + "\n";
              assertThat(digest(FILES.with(path, longer).load())).as(file).isNotEqualTo(digest);
            });
  }

  private static String digest(TriageEngine engine) {
    return engine.protocol("imci-child", "en").orElseThrow().digest();
  }

  @Test
  void aRowIsReplacedAtItsPlaceAndTheOthersStay() {
    assertThat(rows(HIGHLAND)).isEqualTo(rows(RULES_ALONE));
    assertThat(row(HIGHLAND, "EAR-2").when()).containsExactly("yes(entry-ear) and yes(ear-pain)");
    assertThat(row(HIGHLAND, "EAR-2").actions()).containsExactly("TX-AMOX", "TX-SOOTHE");
    assertThat(row(HIGHLAND, "EAR-3")).isEqualTo(row(RULES_ALONE, "EAR-3"));
  }

  private static List<String> rows(TriageEngine engine) {
    return ear(engine).map(RowDescription::rule).toList();
  }

  private static RowDescription row(TriageEngine engine, String id) {
    return ear(engine).filter(row -> row.rule().equals(id)).findFirst().orElseThrow();
  }

  private static Stream<RowDescription> ear(TriageEngine engine) {
    ProtocolDescription protocol = engine.protocol("imci-child", "en").orElseThrow();
    return protocol.charts().stream()
        .filter(chart -> chart.id().equals("ear-problem"))
        .flatMap(chart -> chart.rows().stream());
  }

  @Test
  void parametersOfTheOverlayAreActive() {
    assertThat(active(HIGHLAND, "malaria.risk")).isEqualTo("none");
    assertThat(active(HIGHLAND, "imci.spo2-refer-below")).isEqualTo(92.0);
    assertThat(active(RULES_ALONE, "malaria.risk")).isEqualTo("high");
  }

  private static Object active(TriageEngine engine, String parameter) {
    return engine.protocol("imci-child", "en").orElseThrow().parameters().stream()
        .filter(each -> each.id().equals(parameter))
        .map(ParameterDescription::active)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theRequestGoesBeforeTheDistrictTheSiteTheOverlayAndTheRules() {
    Map<String, Object> none = Map.of();
    TriageEngine site = FILES.load(site(Map.of("malaria.risk", "low"), null));
    TriageEngine inValley = FILES.load(site(Map.of("malaria.risk", "low"), "valley"));

    assertThat(risk(RULES_ALONE, null, none)).isEqualTo("high");
    assertThat(risk(HIGHLAND, null, none)).isEqualTo("none");
    assertThat(risk(site, null, none)).isEqualTo("low");
    assertThat(risk(site, "valley", none)).isEqualTo("high");
    assertThat(risk(inValley, null, none)).isEqualTo("high");
    assertThat(risk(inValley, "lake", none)).isEqualTo("low");
    assertThat(risk(inValley, "nowhere", none)).isEqualTo("low");
    assertThat(risk(inValley, null, Map.of("malaria.risk", "none"))).isEqualTo("none");
  }

  @Test
  void theDistrictHoldsInItsMonths() {
    assertThat(risk(HIGHLAND, LocalDate.of(2026, 6, 30), "valley")).isEqualTo("low");
    assertThat(risk(HIGHLAND, LocalDate.of(2026, 7, 1), "valley")).isEqualTo("high");
    assertThat(risk(HIGHLAND, LocalDate.of(2026, 10, 31), "valley")).isEqualTo("high");
    assertThat(risk(HIGHLAND, LocalDate.of(2026, 11, 1), "valley")).isEqualTo("low");
    assertThat(risk(HIGHLAND, LocalDate.of(2027, 1, 1), " Valley")).isEqualTo("low");
    assertThat(risk(HIGHLAND, LocalDate.of(2026, 4, 1), "lake")).isEqualTo("none");
    assertThat(risk(HIGHLAND, LocalDate.of(2026, 2, 1), "lake")).isEqualTo("low");
  }

  @Test
  void onlyWhatTheRequestSetsIsListedAsChanged() {
    assertThat(changed(HIGHLAND, "valley", Map.of())).isEmpty();
    assertThat(changed(HIGHLAND, "valley", Map.of("malaria.risk", "high"))).isEmpty();
    assertThat(changed(HIGHLAND, "valley", Map.of("malaria.risk", "low")))
        .containsExactly(new ParameterChoice("malaria.risk", "low", "high"));
  }

  @Test
  void aLockedParameterIsTheSitesWhateverTheDistrict() {
    EngineOptions locked =
        new EngineOptions(
            () -> OverlaidRules.DAY, 1, Map.of(), Set.of("malaria.risk"), "highland", "lake");
    TriageEngine engine = FILES.load(locked);
    LocalDate february = LocalDate.of(2026, 2, 1);
    assertThat(risk(engine, february, "valley")).isEqualTo("low");
    assertThat(risk(engine, AUGUST, "valley")).isEqualTo("none");
  }

  @Test
  void aNewbornLivesWhereItsMotherDoes() {
    TriageRequest mother = fever(AUGUST, Map.of("district-id", new Finding.Code("valy")), Map.of());
    TriageRequest both =
        new TriageRequest(
            null,
            null,
            TriageRequest.FACILITY,
            AUGUST,
            "en",
            TriageRequest.INITIAL,
            List.of(),
            mother.patient(),
            Map.of(),
            mother.findings(),
            List.of(),
            new TriageRequest.Companion(
                mother.patient(), fever(AUGUST, Map.of(), Map.of()).findings(), List.of()));
    TriageResult answer = HIGHLAND.triage(both);
    assertThat(answer.warnings())
        .anySatisfy(
            warning -> {
              assertThat(warning.code()).isEqualTo("district-unknown");
              assertThat(warning.path()).isEqualTo("findings.district-id");
              assertThat(warning.message()).contains("\"valy\"");
            });
    assertThat(answer.companion().warnings())
        .anyMatch(
            warning ->
                warning.code().equals("district-unknown")
                    && warning.path().equals("companion.findings.district-id"));
  }

  private static EngineOptions site(Map<String, Object> parameters, String district) {
    return new EngineOptions(
        () -> OverlaidRules.DAY, 1, parameters, Set.of(), "highland", district);
  }

  private static String risk(TriageEngine engine, LocalDate date, String district) {
    return riskUsed(
        engine.triage(fever(date, Map.of("district-id", new Finding.Code(district)), Map.of())));
  }

  private static String risk(TriageEngine engine, String district, Map<String, Object> parameters) {
    return riskUsed(engine.triage(fever(AUGUST, district(district), parameters)));
  }

  private static List<ParameterChoice> changed(
      TriageEngine engine, String district, Map<String, Object> parameters) {
    return engine.triage(fever(AUGUST, district(district), parameters)).parameters();
  }

  private static Map<String, Finding> district(String id) {
    return id == null ? Map.of() : Map.of("district-id", new Finding.Code(id));
  }

  /** The malaria risk that the rows of the fever chart rest on. */
  private static String riskUsed(TriageResult answer) {
    return answer.classifications().stream()
        .flatMap(row -> row.because().stream())
        .filter(because -> "malaria.risk".equals(because.parameter()))
        .map(because -> String.valueOf(because.value()))
        .findFirst()
        .orElseThrow();
  }

  /** A child with fever and a stiff neck: which row is proved hangs on the malaria risk. */
  private static TriageRequest fever(
      LocalDate date, Map<String, Finding> more, Map<String, Object> parameters) {
    Map<String, Finding> findings = new HashMap<>(more);
    findings.put("fever-history", new Finding.Answer(true));
    findings.put("stiff-neck", new Finding.Answer(true));
    findings.put("travel-malaria-area", new Finding.Answer(false));
    return new TriageRequest(
        null,
        "imci-child",
        TriageRequest.FACILITY,
        date,
        "en",
        TriageRequest.INITIAL,
        List.of(),
        new Patient(null, null, null, null, 18, null, false, null, null, null),
        parameters,
        findings,
        List.of(),
        null);
  }
}
