package org.denba.engine.dosing;

import static org.assertj.core.api.Assertions.assertThat;

import org.denba.engine.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** English and French say the same. */
class DoseTextsCompleteTest {

  private final Texts texts = Texts.load(TestFiles.builtIn(), BuiltInDoses.LANGUAGES, "doses");

  @Test
  void noLanguageLags() {
    assertThat(texts.check()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void noTextLeavesAPlaceholder(String language) {
    for (String treatment : BuiltInDoses.TREATMENTS) {
      for (Child child :
          new Child[] {Child.weighing(11.23), Child.weighing(4.5).months(3), Child.aged(30)}) {
        assertThat(
                BuiltInDoses.ask(treatment, child.in(language))
                    .toString()
                    .replace("{tablet}", "")
                    .replace("{puff}", ""))
            .doesNotContain("{", "}", "NaN", "Infinity");
      }
    }
  }
}
