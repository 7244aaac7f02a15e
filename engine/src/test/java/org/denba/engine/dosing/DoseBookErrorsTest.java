package org.denba.engine.dosing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.denba.engine.rules.RuleFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wrong table is refused when it is read, with file, row and column, and what is allowed. */
class DoseBookErrorsTest {

  private static final String HEADER =
      "medication,when,basis,from,to,step,amount,amount_max,unit,strength_per_ml,round_to,"
          + "rounding,cap,form,count,times_per_day,every_hours,doses,days,minutes,route,note,"
          + "source\n";
  private static final String GOOD =
      "amoxicillin,,weight kg,4,10,,250,,mg,50,,,,tablet-250,1,2,,,5,,oral,,IMCI\n";

  private static void load(String table) {
    DoseBook.load(
        TestFiles.builtIn().with("doses/TX-TEST.csv", table),
        List.of("TX-TEST"),
        BuiltInDoses.LANGUAGES);
  }

  private static void refused(String table, String where, String what) {
    assertThatThrownBy(() -> load(table))
        .isInstanceOf(RuleFileException.class)
        .hasMessageStartingWith("doses/TX-TEST.csv:" + where)
        .hasMessageContaining(what);
  }

  @Test
  void aGoodTableIsRead() {
    assertThatCode(() -> load(HEADER + GOOD)).doesNotThrowAnyException();
    assertThatCode(() -> load(HEADER + GOOD + ",,,,,,,,,,,,,,,,,,,,,,\n"))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          # change in the good row         | column          | what the message says
          ,4,10,  > ,four,10,              | from            | is not a number
          ,250,,  > ,"250,5",,             | amount          | is not a number: write 250 or 0.5
          ,250,,  > ,2OO,,                 | amount          | '2OO' is not a number
          ,250,,  > ,-250,,                | amount          | is not a number
          ,250,,  > ,0,,                   | amount          | is 0
          ,250,,  > ,250,250,              | amount_max      | a range cannot have one volume
          ,4,10,  > ,10,4,                 | from            | from must be below to
          ,4,10,  > ,4,4,                  | from            | from must be below to
          ,4,10,  > ,,10,                  | from            | is empty: write the lower edge
          ,4,10,  > ,4,{Sam Amox},         | to              | is not a parameter
          ,5,,oral > ,{sam.amox-days,,oral | days            | is not a parameter
          ,5,,oral > ,{},,oral             | days            | is not a parameter
          weight kg > kilograms            | basis           | write one of [weight kg, age mo, age d, any]
          weight kg > any                  | from            | must be empty where the basis is
          ,mg,50, > ,,50,                  | unit            | an amount needs a unit
          50,,,,tab > 50,0.1,,,tab           | rounding        | is empty: say how to round
          50,,,,tab > 50,,,200,tab           | cap             | above its own cap
          50,,,, > 50,0.1,about,,          | rounding        | write one of [nearest, up, down]
          50,,,, > 50,,up,,                | round_to        | is empty: say to what step
          ,tablet-250,1, > ,tablet-250,0.3,| count           | only halves and quarters
          ,1,2,, > ,1,2.5,,                | times_per_day   | is not a whole number
          ,1,2,, > ,1,2,6,                 | every_hours     | stands beside times_per_day
          ,oral, > ,,                      | route           | every dose needs a route
          ,tablet-250,1, > ,,,             | form            | say what to give
          ,IMCI > ,                        | source          | is empty
          amoxicillin,, > ,,               | medication      | is empty
          amoxicillin,, > amoxicillin,ras.strength is 100, | when | write 'parameter = value'
          amoxicillin,, > amoxicillin,Ras.Strength = 100,  | when | write 'parameter = value'
          """)
  void aBadCellIsNamed(String change, String column, String what) {
    String[] parts = change.split(" > ");
    String row = GOOD.replace(parts[0].strip(), parts[1].strip());
    assertThat(row).isNotEqualTo(GOOD);
    refused(HEADER + row, "2:" + column, what);
  }

  @Test
  void anUnknownHeaderIsNamedWithThoseThatAreAllowed() {
    refused(
        HEADER.replace("count", "nombre") + GOOD,
        "1:nombre",
        "allowed are [medication, when, basis");
    refused(
        HEADER.replace(',', ';') + GOOD.replace(',', ';'), "1", "columns are separated by commas");
    refused("medication,basis\n", "1", "the column 'source' is missing");
  }

  @Test
  void monthsAndDaysDoNotMix() {
    String days = GOOD.replace("weight kg,4,10", "age d,0,7");
    refused(
        HEADER + GOOD.replace("weight kg,4,10", "age mo,0,2") + days,
        "3:basis",
        "goes by days of age, and doses/TX-TEST.csv:2 by months");
    refused(
        HEADER + days + GOOD.replace("weight kg,4,10", "age d,8,60"),
        "3:from",
        "no row covers age d 7 up to 8");
    assertThatCode(() -> load(HEADER + days + GOOD.replace("weight kg,4,10", "age d,7,60")))
        .doesNotThrowAnyException();
  }

  @Test
  void overlapAndHole() {
    refused(
        HEADER + GOOD + GOOD.replace(",4,10,", ",9,14,"),
        "3:from",
        "weight kg 9 up to 14 overlaps weight kg 4 up to 10");
    refused(HEADER + GOOD + GOOD.replace(",4,10,", ",4,10,"), "3:from", "overlaps");
    refused(
        HEADER + GOOD.replace(",4,10,", ",4,,") + GOOD.replace(",4,10,", ",10,14,"),
        "3:from",
        "overlaps");
    refused(
        HEADER + GOOD + GOOD.replace(",4,10,", ",11,14,"),
        "3:from",
        "no row covers weight kg 10 up to 11");
    refused(
        HEADER + GOOD.replace("weight kg,4,10", "any,,") + GOOD.replace("weight kg,4,10", "any,,"),
        "3:basis",
        "applies to every child");
    assertThatCode(() -> load(HEADER + GOOD + GOOD.replace(",4,10,", ",10,14,")))
        .doesNotThrowAnyException();
  }

  @Test
  void overlapAndHoleUnderEveryChoiceOfParameters() {
    String a = GOOD.replace("amoxicillin,,", "amoxicillin,al.bands = MAL,");
    String b = GOOD.replace("amoxicillin,,", "amoxicillin,al.bands = IMCI14,");
    assertThatCode(() -> load(HEADER + a + b)).doesNotThrowAnyException();
    refused(HEADER + a + b + GOOD.replace(",4,10,", ",9,14,"), "4:from", "(with al.bands = MAL)");
    refused(
        HEADER + a + b.replace(",4,10,", ",4,9,") + GOOD.replace(",4,10,", ",10,14,"),
        "4:from",
        "no row covers weight kg 9 up to 10 (with al.bands = IMCI14)");
  }

  @Test
  void aRowThatStopsClosesAHoleAndNeedsANote() {
    String stop = "amoxicillin,,weight kg,10,11,,,,,,,,,,,,,,,,,check-weight,IMCI\n";
    assertThatCode(() -> load(HEADER + GOOD + stop + GOOD.replace(",4,10,", ",11,14,")))
        .doesNotThrowAnyException();
    refused(
        HEADER + GOOD + stop.replace("check-weight", ""), "3:note", "needs a note that says why");
    refused(HEADER + stop, "", "has no row that gives a dose");
    refused(
        HEADER + GOOD + stop.replace(",10,11,,,,,", ",10,11,,,,mg,"),
        "3:unit",
        "has no meaning without an amount");
  }

  @Test
  void aDosePerKgMustEndSomewhere() {
    refused(
        HEADER + GOOD.replace(",4,10,,250,,mg,", ",4,,,25,,mg/kg,"), "2:cap", "must end somewhere");
    assertThatCode(
            () -> load(HEADER + GOOD.replace(",4,10,,250,,mg,50,,,,", ",4,,,25,,mg/kg,50,,,500,")))
        .doesNotThrowAnyException();
  }

  @Test
  void everyTextMustBeThereInEveryLanguage() {
    refused(HEADER + GOOD.replace("tablet-250", "tablet-25"), "2", "'form.tablet-25.one'");
    refused(HEADER + GOOD.replace(",oral,", ",by mouth,"), "2", "'route.by mouth'");
    refused(HEADER + GOOD.replace(",mg,", ",mgg,"), "2", "'unit.mgg'");
    refused(HEADER + GOOD.replace("amoxicillin", "amoxycilin"), "2", "'medication.amoxycilin'");
    refused(HEADER + GOOD.replace(",oral,,", ",oral,no-such-note,"), "2", "'note.no-such-note'");
    TestFiles files =
        TestFiles.builtIn().change("doses/texts_fr.properties", "medication.zinc=zinc\n", "");
    assertThatThrownBy(() -> DoseBook.load(files, List.of("TX-ZINC"), BuiltInDoses.LANGUAGES))
        .isInstanceOf(RuleFileException.class)
        .hasMessageContaining("doses/TX-ZINC.csv:2: ")
        .hasMessageContaining("doses/texts_fr.properties");
  }

  @Test
  void aTextMustNotAskForWhatTheRowDoesNotHave() {
    refused(
        HEADER + GOOD.replace(",mg,50,", ",mg,,").replace(",oral,,", ",oral,or-amoxicillin-syrup,"),
        "2",
        "{volume}");
  }

  @Test
  void theWordsAroundADoseMustBeThere() {
    TestFiles files =
        TestFiles.builtIn()
            .change("doses/texts_en.properties", "basis.weight=weight {weight} kg\n", "");
    assertThatThrownBy(() -> DoseBook.load(files, List.of(), BuiltInDoses.LANGUAGES))
        .isInstanceOf(RuleFileException.class)
        .hasMessageContaining("basis.weight");
    TestFiles plural =
        TestFiles.builtIn()
            .change("doses/texts_fr.properties", "count.one-below=2", "count.one-below=deux");
    assertThatThrownBy(() -> DoseBook.load(plural, List.of(), BuiltInDoses.LANGUAGES))
        .isInstanceOf(RuleFileException.class)
        .hasMessageContaining("count.one-below");
  }

  @Test
  void aTreatmentWithoutATableIsAnError() {
    assertThatThrownBy(
            () -> DoseBook.load(TestFiles.builtIn(), List.of("TX-NONE"), BuiltInDoses.LANGUAGES))
        .isInstanceOf(RuleFileException.class)
        .hasMessageStartingWith("doses/TX-NONE.csv: the file is missing");
  }
}
