package org.denba.fhir.mapping;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ValueNode;
import java.math.BigDecimal;

/**
 * Makes JSON numbers, but none such as 1e999999999: it is short to send, and the FHIR library
 * writes it out in full. No measurement comes near the limit.
 */
final class BoundedNumbers extends JsonNodeFactory {

  private static final long serialVersionUID = 1L;

  private static final int MOST_ZEROES = 100;

  BoundedNumbers() {
    super(true);
  }

  @Override
  public ValueNode numberNode(BigDecimal value) {
    if (value != null && Math.abs((long) value.scale()) > MOST_ZEROES) {
      throw new UnreadableFhirException(
          "invalid-value", "a number is larger or smaller than any measurement: correct it");
    }
    return super.numberNode(value);
  }
}
