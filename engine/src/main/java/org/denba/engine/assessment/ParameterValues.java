package org.denba.engine.assessment;

import java.util.List;
import java.util.Map;
import org.denba.engine.rules.RuleFileException;

/**
 * The values of a protocol's named parameters for one request. Parameters are numbered when the
 * protocol is loaded, so that a rule reads one without a look-up.
 */
public final class ParameterValues {

  private final List<String> ids;
  private final Map<String, Integer> index;
  private final Object[] values;
  private final double[] numbers;

  private ParameterValues(List<String> ids, Map<String, Integer> index, Object[] values) {
    this.ids = ids;
    this.index = index;
    this.values = values;
    this.numbers = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      numbers[i] = values[i] instanceof Number number ? number.doubleValue() : 0;
    }
  }

  /**
   * @param ids parameter ids in their order
   * @param index the place of each id
   * @param defaults a value (text, number or boolean) for each
   */
  public static ParameterValues of(
      List<String> ids, Map<String, Integer> index, List<Object> defaults) {
    return new ParameterValues(ids, index, defaults.toArray());
  }

  /** The same with some values replaced; the caller has checked them. */
  public ParameterValues with(Map<String, Object> changed) {
    if (changed.isEmpty()) {
      return this;
    }
    Object[] copy = values.clone();
    changed.forEach((id, value) -> copy[index.get(id)] = value);
    return new ParameterValues(ids, index, copy);
  }

  /**
   * The value as a number; rules are checked at load, so that only numeric parameters are asked for
   * here.
   */
  public double number(int parameter) {
    return numbers[parameter];
  }

  /** The value as text, as rule files write it. */
  public String text(int parameter) {
    return text(values[parameter]);
  }

  public Object value(int parameter) {
    return values[parameter];
  }

  /**
   * The value of a parameter by id, as text.
   *
   * @throws RuleFileException when there is no such parameter
   */
  public String text(String id) {
    Integer at = index.get(id);
    if (at == null) {
      throw new RuleFileException(
          "parameter " + id, "is not declared by the protocol: add it to protocol.yaml");
    }
    return text(values[at]);
  }

  public boolean has(String id) {
    return index.containsKey(id);
  }

  public String id(int parameter) {
    return ids.get(parameter);
  }

  public int size() {
    return values.length;
  }

  /** A value as rule files write it: whole numbers without a fraction. */
  public static String text(Object value) {
    if (value instanceof Number number && number.doubleValue() == Math.rint(number.doubleValue())) {
      return Long.toString(number.longValue());
    }
    return String.valueOf(value);
  }
}
