package org.denba.engine.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How a file was saved is told, and what is wrong with its words is found all the same. */
class FileFormTest {

  private static final EditedRules SHIPPED = EditedRules.shipped();
  private static final String EAR = "imci-child/ear-problem.csv";
  private static final String GUARDS = "imci-child/guards.csv";
  private static final String FRENCH = "imci-child/texts_fr.properties";

  private static List<String> said(EditedRules rules) {
    return rules.check().mistakes().stream().map(m -> m.code() + " " + m.text()).toList();
  }

  @Test
  void theShippedRulesHaveNoMistakeAndNoWarning() {
    assertThat(RuleCheck.of(SHIPPED, CheckOptions.all(EditedRules.DAY).withoutCases()).mistakes())
        .isEmpty();
  }

  @Test
  void aByteOrderMarkIsPassedOverWithAWarning() {
    assertThat(said(SHIPPED.with(EAR, "\uFEFF" + SHIPPED.read(EAR))))
        .containsExactly(
            "byte-order-mark imci-child/ear-problem.csv:1: the file begins with a byte order mark,"
                + " which is passed over: save it as UTF-8 without one");
  }

  @Test
  void windowsLineEndsAreAWarning() {
    assertThat(said(SHIPPED.with(EAR, SHIPPED.read(EAR).replace("\n", "\r\n"))))
        .containsExactly(
            "line-ends imci-child/ear-problem.csv:1: the lines end as Windows writes them (CRLF):"
                + " save it with Unix line ends (LF)");
  }

  @Test
  void frenchExcelsSemicolonsAreNamedOnceAndTheWordsAreCheckedAllTheSame() {
    String semicolons =
        "element;asked-when;why\nmalaria-test;yes(fevre);\nweeks-since-weaned;no(breastfed);\n";
    assertThat(said(SHIPPED.with(GUARDS, semicolons)))
        .containsExactly(
            "semicolons imci-child/guards.csv:1: the cells are separated by semicolons, as French"
                + " Excel writes CSV: save it as CSV with commas: in LibreOffice 'Edit filter"
                + " settings', field delimiter ',', character set UTF-8, or run check --fix",
            "unknown-element imci-child/guards.csv:2:B (asked-when): 'fevre' is no data element,"
                + " perhaps 'fever'");
    assertThat(RuleCheck.mended(SHIPPED.with(GUARDS, semicolons), EditedRules.DAY))
        .containsOnlyKeys(GUARDS)
        .containsValue(semicolons.replace(';', ','));
  }

  @Test
  void windowsEncodingIsNamedWithItsLine() {
    byte[] windows = SHIPPED.read(FRENCH).getBytes(Charset.forName("windows-1252"));
    List<String> said = said(SHIPPED.with(FRENCH, windows));
    assertThat(said).isNotEmpty();
    assertThat(said.get(0)).startsWith("not-utf-8 imci-child/texts_fr.properties:");
  }

  @Test
  void anEmptyAndAMissingFileAreNamed() {
    assertThat(said(SHIPPED.with(EAR, "")))
        .contains(
            "empty-file imci-child/ear-problem.csv: the file is empty: remove it, or fill it in");
    assertThat(said(SHIPPED.without(EAR)))
        .contains(
            "missing-file imci-child/ear-problem.csv: the file is missing: add it, or remove the"
                + " line that names it");
  }

  @Test
  void capitalsInAFilesNameAreNamed() {
    assertThat(
            said(
                SHIPPED
                    .without("imci-child/guards.csv")
                    .with("imci-child/Guards.csv", SHIPPED.read(GUARDS))))
        .contains(
            "unknown-file imci-child/Guards.csv: is no file of a protocol, and is not read, perhaps"
                + " 'guards.csv': capitals count in a file's name");
  }

  @Test
  void anyBytesAreAMistakeAndNeverAnException() {
    Random random = new Random(7);
    for (String path :
        List.of(
            EAR,
            GUARDS,
            FRENCH,
            "imci-child/protocol.yaml",
            "imci-child/derived.drl",
            "imci-child/cases/ear-problem.yaml",
            "dictionary/data-dictionary.csv",
            "doses/TX-ZINC.csv",
            "rules.yaml",
            "overlays/mali/overlay.yaml")) {
      byte[] garbage = new byte[300];
      random.nextBytes(garbage);
      String text = SHIPPED.read(path);
      assertThat(SHIPPED.with(path, garbage).check().passed()).as(path).isFalse();
      assertThat(SHIPPED.with(path, text.substring(0, random.nextInt(text.length()))).check())
          .as(path)
          .isNotNull();
    }
  }
}
