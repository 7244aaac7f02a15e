package org.denba.fhir.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UcumUnitsTest {

  private final UcumUnits units = new UcumUnits();

  @ParameterizedTest
  @CsvSource({
    "100.4, [degF], Cel, 38.0",
    "99.5, [degF], Cel, 37.5",
    "95.9, [degF], Cel, 35.5",
    "102.2, [degF], Cel, 39.0",
    "310.65, K, Cel, 37.5",
    "11.5, cm, mm, 115",
    "12.5, cm, mm, 125",
    "0.115, m, mm, 115",
    "10.9, g/dL, g/L, 109",
    "11.0, g/dL, g/L, 110",
    "7500, g, kg, 7.5",
    "16.5, [lb_av], kg, 7.484274105",
    "3, wk, d, 21",
    "2, d, h, 48",
    "1, a, mo, 12",
    "44, 1/min, /min, 44",
    "44, {breaths}/min, /min, 44",
    "60, /h, /min, 1",
    "0.9, 1, %, 90",
    "16, kPa, mm[Hg], 120.010200867",
    "6.2, mol/m3, mmol/L, 6.2",
    "-2.5, 1, {Zscore}, -2.5",
    "37.5, Cel, Cel, 37.5"
  })
  void convertsExactlyEnoughForAComparisonWithAThreshold(
      String value, String from, String to, double expected) {
    assertThat(units.convert(new BigDecimal(value), from, to).orElseThrow().doubleValue())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "38, °C, Cel, 38",
    "38, C, Cel, 38",
    "100.4, °F, Cel, 38",
    "120, mmHg, mm[Hg], 120",
    "44, breaths/min, /min, 44",
    "95, percent, %, 95",
    "3, weeks, d, 21"
  })
  void knowsHowPeopleWriteUnits(String value, String from, String to, double expected) {
    assertThat(units.convert(new BigDecimal(value), from, to).orElseThrow().doubleValue())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "45, mg/dL, mmol/L",
    "5, kg, cm",
    "5, foo, kg",
    "7, /min, %",
    "7, cel, Cel",
    "7, mo, kg"
  })
  void saysWhenAUnitDoesNotConvert(String value, String from, String to) {
    assertThat(units.convert(new BigDecimal(value), from, to)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\u0000",
        "m1000000",
        "10*100000000",
        "((((((((((((((((((((((((((((((((((((((m",
        "{",
        "[x",
        "@",
        "//",
        "é",
        "kg kg",
        "m.m.m.m.m.m.m.m.m.m.m.m.m.m.m.m.m.m.m.m.m.m.m.m.m.m.m.m.m.m.m.m.m.m.m",
        "../../etc/passwd"
      })
  void takesNoHarmFromTextsThatAreNoUnits(String unit) {
    assertThat(units.convert(BigDecimal.ONE, unit, "kg")).isEmpty();
    assertThat(units.convert(BigDecimal.ONE, unit, "kg")).isEmpty();
  }

  @Test
  void isSafeToUseFromManyThreadsAndWithMoreUnitsThanItRemembers() {
    assertThat(
            IntStream.range(0, 2000)
                .parallel()
                .mapToObj(
                    i ->
                        units.convert(
                            new BigDecimal("100.4"),
                            i % 2 == 0 ? "[degF]" : "x" + i % 100 + "y" + i,
                            "Cel"))
                .flatMap(Optional::stream)
                .map(BigDecimal::doubleValue))
        .hasSize(1000)
        .containsOnly(38.0);
  }
}
