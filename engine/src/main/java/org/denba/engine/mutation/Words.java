package org.denba.engine.mutation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.dictionary.ElementType;
import org.denba.engine.protocol.Parameter;

/**
 * What may stand in the place of a word or number of a rule: the other answer, the other codes, the
 * next number in the unit of the element.
 */
final class Words {

  /**
   * The steps in which a unit is measured and written; everything else is counted in whole units.
   */
  private static final Map<String, String> STEPS =
      Map.of("Cel", "0.1", "{Zscore}", "0.01", "mmol/L", "0.1", "kg", "0.1");

  private final DataDictionary dictionary;
  private final Function<String, Optional<Parameter>> parameters;

  Words(DataDictionary dictionary, Function<String, Optional<Parameter>> parameters) {
    this.dictionary = dictionary;
    this.parameters = parameters;
  }

  /** What may stand in the place of a bound of this element. */
  List<String> bounds(String element, String bound) {
    if (bound.startsWith("{")) {
      return values(bound.substring(1, bound.length() - 1));
    }
    BigDecimal step =
        new BigDecimal(
            dictionary.element(element).map(e -> STEPS.getOrDefault(e.unit(), "1")).orElse("1"));
    return numbers(bound, step);
  }

  private static List<String> numbers(String number, BigDecimal step) {
    BigDecimal value = new BigDecimal(number);
    return List.of(value.subtract(step).toPlainString(), value.add(step).toPlainString());
  }

  /** The numbers beside this one, one up and one down in its last place. */
  static List<String> beside(String number) {
    BigDecimal value = new BigDecimal(number);
    return numbers(number, BigDecimal.ONE.movePointLeft(Math.max(0, value.scale())));
  }

  /** The default of a numeric parameter and an alternative, as fixed numbers. */
  private List<String> values(String parameter) {
    Set<String> values = new LinkedHashSet<>();
    parameters
        .apply(parameter)
        .ifPresent(
            found -> {
              values.add(String.valueOf(found.defaultValue()));
              found.alternatives().stream().limit(1).map(String::valueOf).forEach(values::add);
              found
                  .range()
                  .filter(range -> found.alternatives().isEmpty())
                  .map(range -> String.valueOf(range.low()))
                  .ifPresent(values::add);
            });
    return List.copyOf(values);
  }

  /** The codes {@code a/b} with each other code in their place, and without each of them. */
  List<String> codes(String element, String codes) {
    return dictionary
        .element(element)
        .filter(e -> e.type() == ElementType.CODED)
        .map(DataElement::codes)
        .map(all -> others(codes, all))
        .orElse(List.of());
  }

  /** The values {@code a/b} of a parameter with each other value in their place. */
  List<String> parameterValues(String parameter, String values) {
    List<String> all = new ArrayList<>();
    parameters
        .apply(parameter)
        .ifPresent(
            found -> {
              all.add(String.valueOf(found.defaultValue()));
              found.alternatives().forEach(value -> all.add(String.valueOf(value)));
            });
    return others(values, all);
  }

  private static List<String> others(String written, List<String> all) {
    List<String> own = Arrays.stream(written.split("/")).map(String::trim).toList();
    List<String> others = new ArrayList<>();
    all.stream().filter(code -> !own.contains(code)).forEach(others::add);
    if (own.size() > 1) {
      for (String left : own) {
        others.add(String.join("/", own.stream().filter(code -> !code.equals(left)).toList()));
      }
    }
    return others;
  }
}
