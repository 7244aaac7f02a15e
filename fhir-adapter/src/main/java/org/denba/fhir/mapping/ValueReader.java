package org.denba.fhir.mapping;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.denba.engine.assessment.Finding;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.triage.RequestError;
import org.denba.fhir.finding.FindingReader;
import org.denba.fhir.finding.SentValue;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/**
 * Makes findings of FHIR values; what each element takes is the {@link FindingReader}'s to say, the
 * same for JSON and FHIR.
 */
final class ValueReader {

  private final FindingReader findings;
  private final CodedAnswer codes;
  private final ZoneId zone;

  ValueReader(FindingReader findings, CodedAnswer codes, ZoneId zone) {
    this.findings = findings;
    this.codes = codes;
    this.zone = zone;
  }

  /**
   * @param value the value, or null where there is none
   * @param absent the reason why there is none, or null
   * @param unit the unit of a number that comes without one, or null for the element's own
   * @return what it says: one finding as a rule, several where it contradicts itself, none when an
   *     error was reported
   */
  List<Finding> read(
      Type value,
      CodeableConcept absent,
      DataElement element,
      String unit,
      String path,
      Consumer<RequestError> errors) {
    Set<SentValue> said = new LinkedHashSet<>();
    if (absent != null && !absent.isEmpty()) {
      said.add(AbsentReasons.read(absent, element));
    }
    if (value != null && !value.isEmpty()) {
      if (value instanceof Quantity quantity && quantity.hasComparator()) {
        return InexactQuantity.read(quantity, element, findings, path, errors);
      }
      sent(value, element).forEach(one -> said.add(inUnit(one, unit)));
    }
    if (said.isEmpty()) {
      said.add(new SentValue.Nothing());
    }
    Set<Finding> found = new LinkedHashSet<>();
    for (SentValue one : said) {
      Optional<Finding> finding = findings.read(element, one, path, errors);
      if (finding.isEmpty()) {
        return List.of();
      }
      found.add(finding.get());
    }
    return List.copyOf(found);
  }

  /** A number without a unit is in the unit that its code is defined in. */
  private static SentValue inUnit(SentValue sent, String unit) {
    if (unit == null) {
      return sent;
    }
    if (sent instanceof SentValue.Number number) {
      return new SentValue.Quantity(number.value(), unit);
    }
    return sent instanceof SentValue.Quantity quantity
            && (quantity.unit() == null || quantity.unit().isBlank())
        ? new SentValue.Quantity(quantity.value(), unit)
        : sent;
  }

  private List<SentValue> sent(Type value, DataElement element) {
    if (value instanceof BooleanType bool) {
      return List.of(new SentValue.Bool(bool.booleanValue()));
    } else if (value instanceof Quantity quantity) {
      return List.of(quantity(quantity));
    } else if (value instanceof IntegerType integer) {
      return List.of(SentValue.Number.of(integer.getValue()));
    } else if (value instanceof DecimalType decimal) {
      return List.of(new SentValue.Number(decimal.getValue()));
    } else if (value instanceof CodeableConcept concept) {
      return codes.read(concept, element);
    } else if (value instanceof Coding coding) {
      return codes.read(new CodeableConcept(coding), element);
    } else if (value instanceof BaseDateTimeType date) {
      return List.of(day(date));
    } else if (value instanceof StringType text) {
      return List.of(new SentValue.Text(text.getValue().strip()));
    }
    // No element is sent as a period, ratio, time or waveform: the reader says what it takes
    // instead.
    return List.of(new SentValue.Text(value.fhirType()));
  }

  static SentValue quantity(Quantity quantity) {
    if (!quantity.hasValue()) {
      return new SentValue.Nothing();
    }
    boolean ucum = !quantity.hasSystem() || FhirSystems.UCUM.equals(quantity.getSystem());
    String unit = quantity.hasCode() && ucum ? quantity.getCode() : quantity.getUnit();
    return new SentValue.Quantity(quantity.getValue(), unit);
  }

  /** A date of which only the month or the year is told is not known. */
  private SentValue day(BaseDateTimeType date) {
    if (date.getPrecision().ordinal() < TemporalPrecisionEnum.DAY.ordinal()) {
      return new SentValue.Nothing();
    }
    return new SentValue.Text(Moment.of(date, zone).day().toString());
  }
}
