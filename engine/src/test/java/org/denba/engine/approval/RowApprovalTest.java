package org.denba.engine.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.denba.engine.TriageEngine;
import org.denba.engine.assessment.Finding;
import org.denba.engine.protocol.ProtocolDescription;
import org.denba.engine.rules.ClassPathRuleFiles;
import org.denba.engine.rules.FewProtocols;
import org.denba.engine.rules.RuleFiles;
import org.denba.engine.triage.EngineOptions;
import org.denba.engine.triage.Patient;
import org.denba.engine.triage.TriageRequest;
import org.denba.engine.triage.TriageResult;
import org.junit.jupiter.api.Test;

/** Who approved what: an edited row loses its approval, the others keep theirs. */
class RowApprovalTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final EngineOptions OPTIONS = EngineOptions.defaults(() -> DAY);
  private static final String CHILD = "imci-child";
  private static final RuleFiles FILES = FewProtocols.of(CHILD);
  private static final TriageEngine SHIPPED = TriageEngine.load(FILES, OPTIONS);

  /** The shipped files with some words replaced. */
  private record Edited(Map<String, String> texts) implements RuleFiles {

    static Edited of(String path, String old, String text) {
      String before = FILES.read(path);
      assertThat(before).contains(old);
      return new Edited(Map.of(path, before.replace(old, text)));
    }

    @Override
    public Optional<String> find(String path) {
      return texts.containsKey(path) ? Optional.of(texts.get(path)) : FILES.find(path);
    }

    @Override
    public List<String> list(String folder) {
      return FILES.list(folder);
    }
  }

  private static Map<String, String> digests(TriageEngine engine) {
    return engine.approval(CHILD).orElseThrow().digests();
  }

  /** The rows whose digest an edit changes. */
  private static List<String> changed(String path, String old, String text) {
    Map<String, String> after = digests(TriageEngine.load(Edited.of(path, old, text), OPTIONS));
    List<String> rows = new ArrayList<>();
    digests(SHIPPED)
        .forEach(
            (row, digest) -> {
              if (!digest.equals(after.get(row))) {
                rows.add(row);
              }
            });
    return rows;
  }

  @Test
  void everyRowHasADigestAndWhatBelongsToNoRowHasOne() {
    List<String> rows = new ArrayList<>(SHIPPED.rules().get(0).rowIds());
    rows.add(RowDigests.EVERYWHERE);

    assertThat(digests(SHIPPED).keySet()).containsExactlyElementsOf(rows);
    assertThat(digests(SHIPPED).values()).doesNotHaveDuplicates().allMatch(d -> d.length() == 71);
  }

  @Test
  void readingTheSameFilesAgainGivesTheSameDigests() {
    assertThat(digests(TriageEngine.load(FILES, OPTIONS))).isEqualTo(digests(SHIPPED));
  }

  @Test
  void aBoundOfOneRowChangesThatRowAlone() {
    assertThat(changed(CHILD + "/cough-or-difficult-breathing.csv", ",14,", ",15,"))
        .containsExactly("COU-5");
  }

  @Test
  void aSourceOfOneRowChangesThatRowAlone() {
    assertThat(changed(CHILD + "/anaemia.csv", "haemoglobin cut-offs 2011", "cut-offs 2012"))
        .containsExactly("ANA-2");
    assertThat(changed(CHILD + "/anaemia.csv", "; below 6 months 110 is kept", ""))
        .containsExactly("ANA-2");
  }

  @Test
  void aDerivedSignChangesTheRowsThatReadIt() {
    List<String> rows =
        changed(
            CHILD + "/derived.drl",
            "atLeast(\"respiratory-rate\", 40)",
            "atLeast(\"respiratory-rate\", 45)");

    assertThat(rows).contains("COU-3").doesNotContain("EAR-2", RowDigests.EVERYWHERE);
  }

  @Test
  void aParameterChangesTheRowsThatReadIt() {
    List<String> rows =
        changed(
            CHILD + "/protocol.yaml",
            "imci.spo2-refer-below: { default: 90",
            "imci.spo2-refer-below: { default: 91");

    assertThat(rows).contains("COU-1").doesNotContain("EAR-2", RowDigests.EVERYWHERE);
  }

  @Test
  void aDoseChangesTheRowsThatGiveIt() {
    String path = "doses/TX-AMOX.csv";
    List<String> rows =
        changed(path, "amoxicillin,weight kg,4,10,250", "amoxicillin,weight kg,4,10,240");

    assertThat(rows).contains("COU-3").doesNotContain("ANA-2", RowDigests.EVERYWHERE);
  }

  @Test
  void aWordOfOneRowChangesTheRowsThatShowIt() {
    assertThat(
            changed(
                CHILD + "/texts_fr.properties",
                "classification.pneumonia.label=",
                "classification.pneumonia.label=La "))
        .contains("COU-3")
        .doesNotContain("COU-4", RowDigests.EVERYWHERE);
  }

  @Test
  void aWordThatNoRowShowsChangesWhatBelongsToNoRow() {
    assertThat(
            changed("texts/texts_en.properties", "summary.home-care=", "summary.home-care=Well: "))
        .containsExactly(RowDigests.EVERYWHERE);
  }

  @Test
  void anAnswerIsADraftUntilEveryRowIsApproved() {
    Map<String, String> rows = new HashMap<>(digests(SHIPPED));
    rows.remove("EAR-2");
    TriageEngine most = SHIPPED.approved(new Approvals(List.of(approval(rows))));
    TriageEngine all =
        SHIPPED.approved(new Approvals(List.of(approval(rows))).and(approval(digests(SHIPPED))));

    assertThat(cough(SHIPPED).protocol().approval()).isEqualTo("draft");
    assertThat(cough(most).protocol().approval()).isEqualTo("draft");
    assertThat(cough(all).protocol().approval())
        .isEqualTo("approved by Dr Awa Traoré (paediatrician), 2026-11-20");
    assertThat(cough(all).protocol().approvalText())
        .isEqualTo("Approved by Dr Awa Traoré (paediatrician), 2026-11-20.");
  }

  @Test
  void anEditedRowLosesItsApprovalAndTheOthersKeepTheirs() {
    Approvals approvals = Approvals.none().and(approval(digests(SHIPPED)));
    TriageEngine edited =
        TriageEngine.load(
                Edited.of(CHILD + "/cough-or-difficult-breathing.csv", ",14,", ",15,"), OPTIONS)
            .approved(approvals);
    TriageResult answer = cough(edited);

    assertThat(answer.protocol().approval()).isEqualTo("draft");
    assertThat(answer.classifications())
        .isNotEmpty()
        .allSatisfy(
            row ->
                assertThat(row.approval())
                    .isEqualTo(
                        row.rule().equals("COU-5")
                            ? "draft"
                            : "approved by Dr Awa Traoré (paediatrician), 2026-11-20"));
    ProtocolDescription described = edited.protocol(CHILD, "en").orElseThrow();
    assertThat(described.approvals().entrySet())
        .filteredOn(entry -> entry.getValue().equals("draft"))
        .extracting(Map.Entry::getKey)
        .containsExactly("COU-5");
  }

  @Test
  void aDraftOverlayKeepsEverythingADraft() {
    TriageEngine mali = TriageEngine.load(ClassPathRuleFiles.builtIn(), OPTIONS.with("mali", null));
    TriageResult answer = cough(mali.approved(new Approvals(List.of(approval(digests(mali))))));

    assertThat(answer.protocol().approval()).isEqualTo("draft");
    assertThat(answer.classifications())
        .isNotEmpty()
        .allSatisfy(r -> assertThat(r.approval()).isEqualTo("draft"));
  }

  private static Approval approval(Map<String, String> rows) {
    return new Approval(
        CHILD,
        "sha256:any",
        new Approval.Approver("Dr Awa Traoré", "paediatrician"),
        LocalDate.of(2026, 11, 20),
        "",
        rows);
  }

  private static TriageResult cough(TriageEngine engine) {
    return engine.triage(
        new TriageRequest(
            null,
            CHILD,
            TriageRequest.FACILITY,
            DAY,
            "en",
            TriageRequest.INITIAL,
            List.of(),
            new Patient(null, null, null, null, 18, null, false, null, null, null),
            Map.of(),
            Map.of("cough", new Finding.Answer(true), "wheeze", new Finding.Answer(true)),
            List.of(),
            null));
  }
}
