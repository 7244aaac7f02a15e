package org.denba.engine.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {

  private static final Texts TEXTS =
      Texts.load(path -> Optional.of("k=v"), List.of("en", "fr"), "any");

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "0; 0; 0",
        "1; 1; 1",
        "11.2; 11.2; 11,2",
        "11.25; 11.25; 11,25",
        "0.05; 0.05; 0,05",
        "2.8075; 2.808; 2,808",
        "0.0004; 0; 0",
        "-0.0004; 0; 0",
        "-1.5; -1.5; -1,5",
        "9999; 9999; 9999",
        "9999.9999; 10,000; 10 000",
        "12345.5; 12,345.5; 12 345,5",
        "100000; 100,000; 100 000",
        "1000007; 1,000,007; 1 000 007"
      })
  void writes(double value, String english, String french) {
    assertThat(TEXTS.number("en", value)).isEqualTo(english);
    assertThat(TEXTS.number("fr", value).replace('\u202f', ' ').replace('\u00a0', ' '))
        .isEqualTo(french);
  }

  @Test
  void neverWritesWhatIsNotANumber() {
    for (double value :
        new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
      assertThatThrownBy(() -> TEXTS.number("en", value))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void veryLargeNumbers() {
    assertThat(TEXTS.number("en", 1e15)).isEqualTo("1000000000000000");
  }

  @Property
  void agreesWithExactArithmetic(@ForAll @DoubleRange(min = -9999, max = 9999) double value) {
    String expected =
        BigDecimal.valueOf(value)
            .setScale(3, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString();
    double written = Double.parseDouble(TEXTS.number("en", value));
    assertThat(Math.abs(written - Double.parseDouble(expected))).isLessThan(0.0011);
    assertThat(TEXTS.number("fr", value)).isEqualTo(TEXTS.number("en", value).replace('.', ','));
  }
}
