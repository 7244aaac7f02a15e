package org.denba.fhir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {

  private static final String DAY = "2026-08-20";
  private static final String EARS = "imci-child/ear-problem.csv";

  @TempDir private Path folder;

  private final Typed typed = new Typed();
  private Path rules;

  @BeforeEach
  void exportTheRules() throws IOException {
    rules = CopiedRules.in(folder.resolve("rules"));
  }

  @Test
  void sameRulesAreNoChange() {
    assertThat(diff("built-in", rules.toString(), "--patients", "50")).isZero();
    assertThat(typed.out()).contains("No change: both sets of rules are the same.");
    assertThat(typed.err()).isEmpty();
  }

  @Test
  void aLostReferralStandsFirstInTextAndPage() throws IOException {
    edit(EARS, "mastoiditis,pink,refer-urgent", "mastoiditis,yellow,treat-here");
    Path page = folder.resolve("report.html");
    Path cohort = Files.writeString(folder.resolve("cohort.ndjson"), cohort());

    assertThat(
            diff(
                "built-in",
                rules.toString(),
                "--cohort",
                cohort.toString(),
                "--fail-on",
                "less-urgent",
                "--html",
                page.toString()))
        .isEqualTo(1);

    String text = typed.out();
    assertThat(text)
        .contains(
            "refer urgently (pink) → treat here (yellow): 1",
            "1 of 2, imci-child: URGENT REFERRAL LOST",
            "line 1: ",
            "row EAR-1",
            "Lines of the cohort that cannot be read: 1",
            "line 2: findings.caugh (unknown-finding)");
    assertThat(text.indexOf("URGENT REFERRAL LOST")).isLessThan(text.indexOf("PINK ROW LOST"));
    assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    String html = Files.readString(page);
    assertThat(html)
        .contains("<svg", "refer urgently (pink) → treat here (yellow): 1", "mastoid-swelling: yes")
        .doesNotContain("xmlns:th", "th:text", "src=", "href=", "<script");
    for (String shown : new String[] {text, html}) {
      assertThat(shown).doesNotContain("Fatoumata", "secret-id", "2024-02-29");
    }
  }

  @Test
  void aTextAloneEndsWithZero() throws IOException {
    edit("imci-child/texts_en.properties", "protocol.title=Sick child", "protocol.title=Ill child");
    assertThat(diff("built-in", rules.toString(), "--patients", "60", "--protocol", "imci-child"))
        .isZero();
    assertThat(typed.out()).contains("text protocol.title: from \"Sick child");
  }

  @Test
  void aDoseThatGrowsFailsByDefaultButIsNotLessUrgent() throws IOException {
    edit("doses/TX-ZINC.csv", ",20,mg,", ",30,mg,");
    String[] same = {"built-in", rules.toString(), "--patients", "60", "--protocol", "imci-child"};
    assertThat(diff(same)).isEqualTo(1);
    assertThat(typed.out()).contains("DOSE GROWS", "zinc 20 mg").contains("zinc 30 mg");
    assertThat(
            diff(
                "built-in",
                rules.toString(),
                "--patients",
                "60",
                "--protocol",
                "imci-child",
                "--fail-on",
                "less-urgent",
                "--language",
                "fr"))
        .isZero();
    assertThat(typed.out()).contains("DOSE AUGMENTÉE");
  }

  @Test
  void saysWhatIsWrongWithTheCommand() throws IOException {
    assertThat(diff("built-in")).isEqualTo(2);
    assertThat(diff("built-in", folder.resolve("nowhere").toString())).isEqualTo(2);
    assertThat(typed.err()).contains("is no folder: name a folder of rule files, or built-in");
    assertThat(diff("built-in", "built-in", "--protocol", "imci-chld")).isEqualTo(2);
    assertThat(typed.err()).contains("perhaps imci-child");
    assertThat(diff("built-in", "built-in", "--fail-on", "never")).isEqualTo(2);
    edit(EARS, "mastoiditis,pink", "mastoiditis,pnik");
    assertThat(diff("built-in", rules.toString())).isEqualTo(3);
    assertThat(typed.err()).contains("the rules cannot be loaded").doesNotContain("\tat ");
  }

  private static String cohort() {
    return """
    {"id": "secret-id", "protocol": "imci-child", "patient": {"id": "Fatoumata", "birthDate": "2024-02-29"}, \
    "date": "2026-08-20", "findings": {"ear-problem": true, "mastoid-swelling": true}}
    {"protocol": "imci-child", "findings": {"caugh": true}}

    {"protocol": "imci-child", "date": "2026-08-20", "patient": {"ageMonths": 20}, "findings": {"cough": true}}
    """;
  }

  private void edit(String path, String piece, String by) throws IOException {
    Path file = rules.resolve(path);
    String text = Files.readString(file);
    assertThat(text).contains(piece);
    Files.writeString(file, text.replace(piece, by));
  }

  private int diff(String... arguments) {
    String[] all = new String[arguments.length + 3];
    all[0] = "diff";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    all[arguments.length + 1] = "--date";
    all[arguments.length + 2] = DAY;
    return typed.run(all);
  }
}
