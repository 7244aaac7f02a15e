package org.denba.fhir.mapping;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.denba.engine.assessment.Finding;
import org.denba.engine.assessment.Interval;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.dictionary.ElementType;
import org.denba.engine.triage.RequestError;
import org.denba.fhir.finding.FindingReader;
import org.hl7.fhir.r4.model.Quantity;

/**
 * A measurement that is known only as less or more than a limit ("haemoglobin &lt; 70 g/L"):
 * everything between the limit and the end of the element's allowed range is possible.
 */
final class InexactQuantity {

  /** Ages are taken as whole numbers: one that is less or more than another is not known. */
  private static final String AGE = "age-";

  private InexactQuantity() {}

  static List<Finding> read(
      Quantity quantity,
      DataElement element,
      FindingReader findings,
      String path,
      Consumer<RequestError> errors) {
    Optional<Finding> read = findings.read(element, ValueReader.quantity(quantity), path, errors);
    if (read.isEmpty()) {
      return List.of();
    }
    if (element.type() != ElementType.QUANTITY
        || element.id().startsWith(AGE)
        || !(read.get() instanceof Finding.Quantity limit)
        || element.allowed().isEmpty()) {
      return List.of(new Finding.Unknown());
    }
    return List.of(between(quantity, limit.value().low(), element.allowed().get()));
  }

  private static Finding between(Quantity quantity, double limit, Interval allowed) {
    return switch (quantity.getComparator()) {
      case LESS_THAN -> interval(allowed.low(), Math.nextDown(limit));
      case LESS_OR_EQUAL -> interval(allowed.low(), limit);
      case GREATER_THAN -> interval(Math.nextUp(limit), allowed.high());
      case GREATER_OR_EQUAL -> interval(limit, allowed.high());
      case NULL -> new Finding.Unknown();
    };
  }

  /** A limit outside the allowed range leaves nothing that can be used. */
  private static Finding interval(double low, double high) {
    return low <= high ? new Finding.Quantity(new Interval(low, high)) : new Finding.Unknown();
  }
}
