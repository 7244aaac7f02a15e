package org.denba.engine.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.denba.engine.rules.Problem;
import org.denba.engine.rules.RuleFileException;
import org.denba.engine.rules.RuleFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

  private static final List<String> LANGUAGES = List.of("en", "fr");

  private static RuleFiles files(String... pathsAndTexts) {
    Map<String, String> texts = new HashMap<>();
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      texts.put(pathsAndTexts[i], pathsAndTexts[i + 1]);
    }
    return path -> Optional.ofNullable(texts.get(path));
  }

  private static Texts english(String text) {
    return Texts.load(files("a/texts_en.properties", text), List.of("en"), "a");
  }

  private static Texts both(String english, String french) {
    return Texts.load(
        files("a/texts_en.properties", english, "a/texts_fr.properties", french), LANGUAGES, "a");
  }

  @Test
  void fillsPlaceholdersAsTheLanguageWritesNumbers() {
    Texts texts = both("dose={mg} mg for {name}", "dose={mg} mg pour {name}");
    Map<String, Object> values = Map.of("mg", 12.5, "name", "Awa");
    assertThat(texts.get("en", "dose", values)).isEqualTo("12.5 mg for Awa");
    assertThat(texts.get("fr", "dose", values)).isEqualTo("12,5 mg pour Awa");
    assertThat(texts.get("en", "dose", name -> name.equals("mg") ? (Object) 3 : "B"))
        .isEqualTo("3 mg for B");
  }

  @Test
  void aTextWithoutPlaceholders() {
    assertThat(english("k=Weigh the child.").get("en", "k")).isEqualTo("Weigh the child.");
    assertThat(english("k=").get("en", "k")).isEmpty();
  }

  @Test
  void placeholdersMayTouchStandTwiceAndHaveDots() {
    assertThat(
            english("k={a}{b}{a} {al.x-y}!").get("en", "k", Map.of("a", 1, "b", "2", "al.x-y", 60)))
        .isEqualTo("121 60!");
  }

  @Test
  void readsSeveralFolders() {
    Texts texts =
        Texts.load(
            files(
                "a/texts_en.properties",
                "one=1",
                "b/c/texts_en.properties",
                "two=2",
                "b/c/texts_fr.properties",
                "two=deux"),
            LANGUAGES,
            "a",
            "b/c");
    assertThat(texts.get("en", "one")).isEqualTo("1");
    assertThat(texts.get("fr", "two")).isEqualTo("deux");
    assertThat(texts.has("fr", "one")).isFalse();
    assertThat(texts.has("one")).isFalse();
    assertThat(texts.has("two")).isTrue();
    assertThat(texts.languages()).containsExactly("en", "fr");
    assertThat(texts.keys().get("en")).containsExactlyInAnyOrder("one", "two");
    assertThat(texts.keys().get("fr")).containsExactly("two");
  }

  @Test
  void aMissingTextNamesKeyAndLanguageAndIsNeverBorrowed() {
    Texts texts = both("one=1", "two=2");
    assertThatThrownBy(() -> texts.get("fr", "one"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'one'")
        .hasMessageContaining("'fr'");
    assertThatThrownBy(() -> texts.get("bm", "one"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'bm'");
  }

  @Test
  void aMissingValueNamesThePlaceholder() {
    assertThatThrownBy(() -> english("k=a {b}").get("en", "k"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("{b}")
        .hasMessageContaining("'k'");
    assertThatThrownBy(() -> english("k=a {b}").get("en", "k", Map.of("b", Double.NaN)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("NaN");
  }

  @Test
  void checkListsWhatLags() {
    Texts texts = both("same={x}\nonly-en=a\ndiffers={x} {y}", "same={x}!\nonly-fr=b\ndiffers={x}");
    assertThat(texts.check())
        .extracting(Problem::toString)
        .containsExactlyInAnyOrder(
            "a/texts_fr.properties: 'only-en' is missing (a/texts_en.properties:2 has it)",
            "a/texts_en.properties: 'only-fr' is missing (a/texts_fr.properties:2 has it)",
            "a/texts_fr.properties:3: 'differs' has the placeholders [x],"
                + " a/texts_en.properties:3 has [x, y]");
    assertThat(both("a={x} {y}", "a={y} {x} {x}").check()).isEmpty();
  }

  @Test
  void placeholdersOfAKey() {
    assertThat(both("a={x}", "a={y}").placeholders("a")).containsExactlyInAnyOrder("x", "y");
    assertThat(both("a=1", "a=2").placeholders("a")).isEmpty();
    assertThat(both("a=1", "a=2").placeholders("none")).isEmpty();
  }

  @Test
  void readsCommentsBlanksEscapesAndLongLines() {
    Texts texts =
        english(
            "# a comment\n"
                + "! another\n\n"
                + "  spaced = text \r\n"
                + "long=one \\\n"
                + "    two\n"
                + "u=\\u00e9\\n"
                + "\\\\ \\= \\x\n"
                + "unit.{tablet}=t\n"
                + "eq=a=b\n");
    assertThat(texts.get("en", "spaced")).isEqualTo("text");
    assertThat(texts.get("en", "long")).isEqualTo("one two");
    assertThat(texts.get("en", "u")).isEqualTo("é\n\\ = x");
    assertThat(texts.get("en", "unit.{tablet}")).isEqualTo("t");
    assertThat(texts.get("en", "eq")).isEqualTo("a=b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no separator",
        "=text",
        "a b=text",
        "k={open",
        "k=close}",
        "k={}",
        "k={a b}",
        "k={{a}}",
        "k=\\u12",
        "k=\\uzzzz",
        "k=1\nk=2"
      })
  void badLinesNameFileAndLine(String text) {
    assertThatThrownBy(() -> english("# comment\n" + text))
        .isInstanceOf(RuleFileException.class)
        .hasMessageMatching("(?s)a/texts_en\\.properties:[23]: .*");
  }

  @Test
  void aKeyInTwoFoldersIsAnError() {
    RuleFiles files = files("a/texts_en.properties", "k=1", "b/texts_en.properties", "k=2");
    assertThatThrownBy(() -> Texts.load(files, List.of("en"), "a", "b"))
        .isInstanceOf(RuleFileException.class)
        .hasMessageContaining("b/texts_en.properties")
        .hasMessageContaining("'k'");
  }

  @Test
  void aFolderWithoutTextsIsAnError() {
    assertThatThrownBy(() -> Texts.load(files(), LANGUAGES, "a"))
        .isInstanceOf(RuleFileException.class)
        .hasMessageContaining("texts_<language>.properties");
  }

  @Test
  void anyNumberOfThreadsMayAsk() {
    Texts texts = both("k={x} kg", "k={x} kg");
    assertThat(
            IntStream.range(0, 2000)
                .parallel()
                .mapToObj(i -> texts.get(i % 2 == 0 ? "en" : "fr", "k", Map.of("x", i + 0.5)))
                .distinct())
        .hasSize(2000);
  }
}
