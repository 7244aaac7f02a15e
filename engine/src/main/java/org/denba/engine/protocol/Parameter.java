package org.denba.engine.protocol;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.denba.engine.assessment.Interval;
import org.denba.engine.assessment.ParameterValues;
import org.denba.engine.rules.ProblemList;
import org.denba.engine.rules.RuleFileException;

/**
 * A named parameter: a point on which editions, countries or sites differ.
 *
 * @param id its id ({@code imci.spo2-refer-below})
 * @param type number, text, flag, elements (a list of data element ids) or codes (a list of codes)
 * @param defaultValue the value that counts when nobody says otherwise
 * @param alternatives the other values that are listed
 * @param range the numbers that are let through, where it is a number with a range
 * @param unit its unit, or empty
 * @param inCommunity the default in the setting community, where it is another one; else null
 * @param unsure the default needs clinical confirmation
 */
public record Parameter(
    String id,
    Type type,
    Object defaultValue,
    List<Object> alternatives,
    Optional<Interval> range,
    String unit,
    Object inCommunity,
    boolean unsure) {

  /** What kind of value a parameter has. */
  public enum Type {
    NUMBER,
    TEXT,
    FLAG,
    ELEMENTS,
    CODES
  }

  static Parameter of(
      String id,
      List<Object> values,
      List<Object> range,
      String unit,
      String type,
      Object inCommunity,
      boolean unsure,
      String path) {
    Object first = values.get(0);
    Type kind =
        type.equals("elements")
            ? Type.ELEMENTS
            : type.equals("codes")
                ? Type.CODES
                : first instanceof Number
                    ? Type.NUMBER
                    : first instanceof Boolean ? Type.FLAG : Type.TEXT;
    Optional<Interval> numbers = Optional.empty();
    if (!range.isEmpty()) {
      if (range.size() != 2
          || !(range.get(0) instanceof Number low)
          || !(range.get(1) instanceof Number high)) {
        throw new RuleFileException(
            path + ":parameters:" + id, "the range must be [lowest, highest]");
      }
      if (low.doubleValue() > high.doubleValue()) {
        throw new RuleFileException(
            path + ":parameters:" + id, "the range must be [lowest, highest], not " + range);
      }
      numbers = Optional.of(new Interval(low.doubleValue(), high.doubleValue()));
    }
    return new Parameter(
        id,
        kind,
        first,
        List.copyOf(values.subList(1, values.size())),
        numbers,
        unit,
        inCommunity,
        unsure);
  }

  /** Says which of the values that are listed lie outside the range. */
  void checkRange(String where, ProblemList problems) {
    if (type != Type.NUMBER || range.isEmpty()) {
      return;
    }
    List<Object> all = new ArrayList<>(alternatives);
    all.add(0, defaultValue);
    for (Object value : all) {
      if (!(value instanceof Number number) || !inRange(number.doubleValue())) {
        problems.add(
            where,
            "'"
                + value
                + "' lies outside the range of the parameter: "
                + ParameterValues.text(range.get().low())
                + " to "
                + ParameterValues.text(range.get().high()));
      }
    }
  }

  /** The values of a parameter that two protocols share: whatever one of them lets through. */
  public Parameter or(Parameter other) {
    Set<Object> values = new LinkedHashSet<>(alternatives);
    values.add(other.defaultValue);
    values.addAll(other.alternatives);
    values.remove(defaultValue);
    Optional<Interval> both =
        range.isPresent() && other.range.isPresent()
            ? Optional.of(range.get().hull(other.range.get()))
            : range.or(other::range);
    return new Parameter(
        id,
        type,
        defaultValue,
        List.copyOf(values),
        both,
        unit,
        inCommunity,
        unsure || other.unsure);
  }

  /** Whether this text, as a rule file writes values, is a value that the parameter can have. */
  public boolean allows(String text) {
    if (text.equals(ParameterValues.text(defaultValue))
        || alternatives.stream().anyMatch(a -> text.equals(ParameterValues.text(a)))) {
      return true;
    }
    return type == Type.NUMBER && number(text).filter(this::inRange).isPresent();
  }

  /**
   * The value that a request or an overlay gives, as the type that the parameter has.
   *
   * @return empty when the parameter cannot have this value
   */
  public Optional<Object> read(Object given) {
    String text = ParameterValues.text(given);
    if (type == Type.ELEMENTS || type == Type.CODES) {
      return given instanceof Collection<?> list
          ? Optional.of(list.stream().map(String::valueOf).collect(Collectors.joining("|")))
          : given instanceof String ? Optional.of(text) : Optional.empty();
    }
    if (!allows(text)) {
      return Optional.empty();
    }
    return switch (type) {
      case NUMBER -> number(text).map(n -> (Object) n);
      case FLAG -> Optional.of(Boolean.valueOf(text));
      default -> Optional.of(text);
    };
  }

  private boolean inRange(double number) {
    return range.isPresent() && number >= range.get().low() && number <= range.get().high();
  }

  private static Optional<Double> number(String text) {
    try {
      double number = Double.parseDouble(text);
      return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
