package org.denba.engine.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.denba.engine.TriageEngine;
import org.denba.engine.rules.ClassPathRuleFiles;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.rules.RuleFiles;
import org.denba.engine.triage.EngineOptions;
import org.denba.engine.verification.SelfTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A language is added with files alone, and the rules load with it at once. */
class AddedLanguageTest {

  private static final RuleFiles BUILT_IN = ClassPathRuleFiles.builtIn();

  @Test
  void theRulesSpeakItAtOnce() {
    AddedLanguage bambara = AddedLanguage.to(BUILT_IN, "bm", "fr");
    TriageEngine engine = load(bambara);

    assertThat(engine.languages()).containsExactly("en", "fr", "bm");
    assertThat(engine.protocols("bm").get(0).title())
        .isEqualTo(engine.protocols("fr").get(0).title());
    assertThat(engine.dictionary().element("cough").orElseThrow().question("bm"))
        .isEqualTo(engine.dictionary().element("cough").orElseThrow().question("fr"));
    assertThat(SelfTest.of(engine).canaries()).isEmpty();
  }

  @Test
  void changesNothingButTheLanguage() {
    AddedLanguage bambara = AddedLanguage.to(BUILT_IN, "bm", "fr");

    assertThat(bambara.files().get("rules.yaml")).contains("languages: [en, fr, bm]");
    assertThat(bambara.files().get("dictionary/data-dictionary.csv").lines().findFirst())
        .hasValueSatisfying(header -> assertThat(header).endsWith(",label_bm,question_bm"));
    bambara
        .files()
        .forEach(
            (path, text) ->
                assertThat(path)
                    .matches(
                        "rules\\.yaml|dictionary/(data-dictionary|codes)\\.csv|.*/texts_bm\\.properties"));
    assertThat(bambara.texts()).isGreaterThan(1000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          fr      | en | rules.yaml:languages: 'fr' is there already: [en, fr]
          Bambara | fr | rules.yaml:languages: 'Bambara' is no language code: write two or three small letters such as bm
          bm      | es | rules.yaml:languages: 'es' is no language of these rules: start from one of [en, fr]
          """)
  void saysWhatIsWrong(String language, String from, String message) {
    assertThatThrownBy(() -> AddedLanguage.to(BUILT_IN, language, from))
        .isInstanceOf(RuleFileException.class)
        .hasMessage(message);
  }

  private static TriageEngine load(AddedLanguage added) {
    RuleFiles files =
        new RuleFiles() {
          @Override
          public Optional<String> find(String path) {
            return Optional.ofNullable(added.files().get(path)).or(() -> BUILT_IN.find(path));
          }

          @Override
          public List<String> list(String folder) {
            return BUILT_IN.list(folder);
          }
        };
    LocalDate day = LocalDate.of(2026, 11, 22);
    return TriageEngine.load(files, EngineOptions.defaults(() -> day));
  }
}
