package org.denba.fhir.json;

import java.math.BigDecimal;
import java.math.RoundingMode;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/**
 * Writes 500.0 as 500 and the remainder of a binary calculation (0.30000000000000004) as the
 * decimal that is meant.
 */
final class PlainNumbers extends ValueSerializer<Double> {

  private static final int DECIMALS = 9;

  @Override
  public void serialize(Double value, JsonGenerator out, SerializationContext context) {
    if (!Double.isFinite(value)) {
      throw new IllegalStateException("an answer never holds " + value);
    }
    BigDecimal plain =
        BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros();
    if (plain.scale() <= 0) {
      out.writeNumber(plain.toBigInteger());
    } else {
      out.writeNumber(plain.toPlainString());
    }
  }
}
