package org.denba.engine.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RuleChangesTest {

  private static final ChangeWords WORDS = ChangeWords.of("en");

  @Test
  void nothingDiffersBetweenFilesAndThemselves() {
    assertThat(RuleChanges.between(EditedRules.BUILT_IN, EditedRules.none()).isEmpty()).isTrue();
  }

  @Test
  void tellsTheCellOfALineByTheTitleOfItsColumn() {
    assertThat(
            said(
                edited(
                    "imci-child/cough-or-difficult-breathing.csv",
                    "COU-5.a,COU-5,long-cough,yes,,,,,,,,,14,",
                    "COU-5.a,COU-5,long-cough,yes,,,,,,,,,21,")))
        .containsExactly(
            "imci-child/cough-or-difficult-breathing.csv: row COU-5, line COU-5.a: \"Cough at least"
                + " (days)\" from \"14\" to \"21\"");
  }

  @Test
  void tellsColourUrgencyFollowUpAndSource() {
    assertThat(
            said(
                edited(
                    "imci-child/ear-problem.csv",
                    "mastoiditis,pink,refer-urgent",
                    "mastoiditis,yellow,refer-nonurgent")))
        .anySatisfy(line -> assertThat(line).contains("\"Colour\" from \"pink\" to \"yellow\""))
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains("\"Urgency\" from \"refer-urgent\" to \"refer-nonurgent\""));
  }

  @Test
  void tellsADeletedRowOnce() {
    assertThat(
            said(
                EditedRules.none()
                    .without("imci-child/cough-or-difficult-breathing.csv", "COU-5.")))
        .singleElement()
        .asString()
        .startsWith(
            "imci-child/cough-or-difficult-breathing.csv: row COU-5 removed: Sub-chart ="
                + " long-cough; Cough or difficult breathing = yes; Cough at least (days) = 14;");
  }

  @Test
  void tellsAMovedRowAsMoved() {
    String file = "imci-child/cough-or-difficult-breathing.csv";
    String text = EditedRules.BUILT_IN.read(file);
    List<String> lines = text.lines().toList();
    String moved =
        lines.stream().filter(line -> line.startsWith("COU-2,")).findFirst().orElseThrow();
    String last = lines.get(lines.size() - 1);
    EditedRules edited =
        EditedRules.none().without(file, "COU-2,").replacing(file, last, last + "\n" + moved);

    assertThat(said(edited))
        .containsExactly(
            file + ": row COU-2, line COU-2 moved: stood after COU-1.d, stands after COU-T");
  }

  @Test
  void tellsTheBoundOfADerivedSign() {
    assertThat(
            said(
                edited(
                    "imci-child/derived.drl",
                    "atLeast(\"age-months\", 12), atLeast(\"respiratory-rate\", 40)",
                    "atLeast(\"age-months\", 12), atLeast(\"respiratory-rate\", 45)")))
        .containsExactly(
            "imci-child/derived.drl: derived sign fast-breathing, rule \"Fast breathing, 12 months"
                + " and more: 40 breaths or more\": \"when\" from \"atLeast(\"respiratory-rate\","
                + " 40)\" to \"atLeast(\"respiratory-rate\", 45)\"");
  }

  @Test
  void tellsDefaultAlternativesAndRangeOfAParameter() {
    assertThat(
            said(
                edited(
                    "imci-child/protocol.yaml",
                    "imci.spo2-refer-below: { default: 90, alternatives: [92, 94], range: [85,"
                        + " 100]",
                    "imci.spo2-refer-below: { default: 92, alternatives: [90, 94], range: [88,"
                        + " 100]")))
        .containsExactly(
            "imci-child/protocol.yaml: parameter imci.spo2-refer-below: \"default\" from \"90\" to"
                + " \"92\"",
            "imci-child/protocol.yaml: parameter imci.spo2-refer-below: \"alternatives\" from \"92,"
                + " 94\" to \"90, 94\"",
            "imci-child/protocol.yaml: parameter imci.spo2-refer-below: \"range\" from \"85, 100\""
                + " to \"88, 100\"");
  }

  @Test
  void tellsTheBandOfADose() {
    assertThat(
            said(
                edited(
                    "doses/TX-AMOX.csv",
                    "amoxicillin,weight kg,4,10,250,mg",
                    "amoxicillin,weight kg,4,10,300,mg")))
        .containsExactly(
            "doses/TX-AMOX.csv: dose of amoxicillin weight kg, 4..10: \"amount\" from \"250\" to"
                + " \"300\"");
    assertThat(
            said(
                EditedRules.none()
                    .replacing("doses/TX-AMOX.csv", "weight kg,4,10,", "weight kg,4,11,")
                    .replacing("doses/TX-AMOX.csv", "weight kg,10,14,", "weight kg,11,14,")))
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).contains("from \"10\" to \"11\""));
  }

  @Test
  void tellsTextsByLanguageActionsGuardsAndClosings() {
    assertThat(
            said(edited("imci-child/texts_fr.properties", "protocol.title=", "protocol.title=Un ")))
        .singleElement()
        .asString()
        .startsWith("imci-child/texts_fr.properties: text protocol.title: from \"");
    assertThat(
            said(EditedRules.none().without("imci-child/actions.csv", "COU-5,AC-ASSESS-TB-ASTHMA")))
        .containsExactly(
            "imci-child/actions.csv: action COU-5 AC-ASSESS-TB-ASTHMA removed: row = COU-5; action"
                + " = AC-ASSESS-TB-ASTHMA");
    assertThat(
            said(
                edited(
                    "imci-child/guards.csv",
                    "ear-discharge-days,yes(ear-pus-seen)",
                    "ear-discharge-days,yes(ear-problem)")))
        .containsExactly(
            "imci-child/guards.csv: question ear-discharge-days: \"asked-when\" from"
                + " \"yes(ear-pus-seen)\" to \"yes(ear-problem)\"");
    assertThat(said(edited("imci-child/closes.csv", "spo2,no-device", "spo2,any")))
        .containsExactly(
            "imci-child/closes.csv: closing answer spo2: \"reasons\" from \"no-device\" to"
                + " \"any\"");
  }

  @Test
  void tellsCasesDictionaryScheduleAndOverlays() {
    assertThat(
            said(
                edited(
                    "immunisation/schedule.csv",
                    "OPV,1,42 d,6 wk,28 d,60 mo",
                    "OPV,1,42 d,6 wk,28 d,59 mo")))
        .containsExactly(
            "immunisation/schedule.csv: vaccine dose OPV 1: \"too-old-from\" from \"60 mo\" to \"59"
                + " mo\"");
    assertThat(
            said(
                edited(
                    "dictionary/data-dictionary.csv",
                    "muac,quantity,mm,,70..220",
                    "muac,quantity,mm,,60..220")))
        .containsExactly(
            "dictionary/data-dictionary.csv: data element muac: \"allowed\" from \"70..220\" to"
                + " \"60..220\"");
    assertThat(said(edited("overlays/mali/overlay.yaml", "sam.amox-days: 7", "sam.amox-days: 5")))
        .containsExactly(
            "overlays/mali/overlay.yaml: parameter sam.amox-days: from \"7\" to \"5\"");
    assertThat(
            said(
                edited(
                    "imci-child/cases/canaries.yaml",
                    EditedRules.BUILT_IN
                        .read("imci-child/cases/canaries.yaml")
                        .lines()
                        .filter(line -> line.contains("title:"))
                        .findFirst()
                        .orElseThrow(),
                    "    title: Another title")))
        .singleElement()
        .asString()
        .contains("case ", "\"title\" from \"", "to \"Another title\"");
  }

  @Test
  void tellsWhatWasAddedInOneVersionAsRemovedTheOtherWayRound() {
    EditedRules edited =
        EditedRules.none()
            .without("imci-child/cough-or-difficult-breathing.csv", "COU-5.")
            .replacing("doses/TX-AMOX.csv", "weight kg,4,10,250,mg", "weight kg,4,10,300,mg")
            .replacing("imci-child/protocol.yaml", "default: 37.5", "default: 37.8");
    RuleChanges there = RuleChanges.between(EditedRules.BUILT_IN, edited);
    RuleChanges back = RuleChanges.between(edited, EditedRules.BUILT_IN);

    assertThat(there.changes()).hasSize(3);
    assertThat(back.changes().stream().map(RuleChange::reversed))
        .containsExactlyElementsOf(there.changes());
  }

  @Test
  void tellsWhatCannotBeReadLineByLine() {
    assertThat(said(edited("imci-child/protocol.yaml", "parameters:", "parameters: [")))
        .isNotEmpty();
  }

  private static EditedRules edited(String path, String piece, String by) {
    return EditedRules.none().replacing(path, piece, by);
  }

  private static List<String> said(EditedRules edited) {
    return RuleChanges.between(EditedRules.BUILT_IN, edited).changes().stream()
        .map(WORDS::sentence)
        .toList();
  }
}
