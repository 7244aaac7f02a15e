package org.denba.fhir.finding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import javax.measure.IncommensurableException;
import javax.measure.MeasurementException;
import javax.measure.Unit;
import javax.measure.UnitConverter;
import javax.measure.format.UnitFormat;
import systems.uom.ucum.format.UCUMFormat;
import systems.uom.ucum.internal.format.TokenMgrError;
import tech.units.indriya.function.RationalNumber;

/**
 * Converts measurements between UCUM units. All unit knowledge is the library's; this class adds a
 * guard against texts that are no units, a memory of conversions, and exact decimals: a result is
 * rounded to {@value #DECIMALS} decimals, so that 100.4 [degF] is 38 Cel and not a hair more or
 * less. Units that need more than a factor and an offset (mg/dL to mmol/L needs to know the
 * substance) do not convert. Thread-safe.
 */
public final class UcumUnits {

  private static final int DECIMALS = 9;

  /**
   * More pairs than a dictionary has units and a hostile client could not fill the memory with
   * invented ones.
   */
  private static final int REMEMBERED = 500;

  private static final int LONGEST_UNIT = 40;

  /**
   * What a unit can look like. The library takes a control character for 1, and runs out of stack
   * for a large exponent.
   */
  private static final Pattern UNIT = Pattern.compile("[!-~]+");

  private static final Pattern LARGE_EXPONENT = Pattern.compile("\\d{3}");

  private final UnitAliases aliases = new UnitAliases();
  private final Map<Pair, Optional<UnitConverter>> converters = new ConcurrentHashMap<>();

  private record Pair(String from, String to) {}

  /**
   * @param value the number in {@code from}; see {@link SafeNumber} for how large it may be
   * @param from a UCUM unit, or one of the spellings in {@code unit-aliases.properties}
   * @param to the UCUM unit that is wanted
   * @return the number in {@code to}, or empty when {@code from} is no unit that converts to it
   */
  public Optional<BigDecimal> convert(BigDecimal value, String from, String to) {
    if (from.equals(to)) {
      return Optional.of(value);
    }
    return converter(new Pair(from, to)).map(c -> decimal(c.convert(value)));
  }

  private Optional<UnitConverter> converter(Pair pair) {
    Optional<UnitConverter> known = converters.get(pair);
    if (known != null) {
      return known;
    }
    Optional<UnitConverter> found =
        find(pair.from, pair.to)
            .or(() -> aliases.ucum(pair.from).flatMap(ucum -> find(ucum, pair.to)));
    if (pair.from.length() <= LONGEST_UNIT && converters.size() < REMEMBERED) {
      converters.put(pair, found);
    }
    return found;
  }

  private static synchronized Optional<UnitConverter> find(String from, String to) {
    if (from.length() > LONGEST_UNIT
        || !UNIT.matcher(from).matches()
        || LARGE_EXPONENT.matcher(from).find()) {
      return Optional.empty();
    }
    UnitFormat format = UCUMFormat.getInstance(UCUMFormat.Variant.CASE_SENSITIVE);
    Unit<?> target = format.parse(to);
    try {
      return Optional.of(format.parse(from).getConverterToAny(target));
    } catch (IncommensurableException
        | MeasurementException
        | UnsupportedOperationException
        | TokenMgrError e) {
      // Not a unit, or one of another dimension: the caller tells the client what would be.
      return Optional.empty();
    }
  }

  private static BigDecimal decimal(Number converted) {
    BigDecimal exact;
    if (converted instanceof BigDecimal big) {
      exact = big;
    } else if (converted instanceof RationalNumber ratio) {
      exact = ratio.bigDecimalValue();
    } else {
      exact = new BigDecimal(converted.toString());
    }
    return exact.setScale(DECIMALS, RoundingMode.HALF_EVEN);
  }
}
