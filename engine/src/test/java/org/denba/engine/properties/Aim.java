package org.denba.engine.properties;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.denba.engine.assessment.Finding;
import org.denba.engine.assessment.ParameterValues;
import org.denba.engine.condition.AllOf;
import org.denba.engine.condition.AnyOf;
import org.denba.engine.condition.Blank;
import org.denba.engine.condition.Compare;
import org.denba.engine.condition.Condition;
import org.denba.engine.condition.CountYes;
import org.denba.engine.condition.IsCode;
import org.denba.engine.condition.NoValue;
import org.denba.engine.condition.NotDone;
import org.denba.engine.condition.NotNeeded;
import org.denba.engine.condition.ParameterIs;
import org.denba.engine.condition.Reported;
import org.denba.engine.condition.Threshold;
import org.denba.engine.condition.YesNo;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.protocol.Alternative;
import org.denba.engine.protocol.Chart;
import org.denba.engine.protocol.Measurements;
import org.denba.engine.protocol.Parameter;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.protocol.Row;

/**
 * Findings that make one rule of the protocol come true, worked out backwards from the rule itself:
 * chance alone would never meet the rules that ask for twenty answers at once. Where two of a
 * rule's conditions want different values of one element the later wins, so a rule is aimed at, not
 * always hit.
 */
final class Aim {

  private final Protocol protocol = BuiltIn.RULES;
  private final Random random;
  private final Map<String, Finding> findings = new LinkedHashMap<>();
  private final Map<String, Object> parameters = new LinkedHashMap<>();

  private Aim(Random random) {
    this.random = random;
  }

  /** Makes one line of a row come true. */
  static Aim at(Row row, long seed) {
    Aim aim = new Aim(new Random(seed));
    aim.all(aim.any(row.lines()).alternative().conditions());
    return aim;
  }

  /**
   * A child who is hardly ill: of each chart the green row comes true, or the chart is not entered.
   */
  static Aim calm(long seed) {
    Aim aim = new Aim(new Random(seed));
    for (Chart chart : aim.protocol.charts()) {
      for (Row row : chart.rows()) {
        if (row.isGreen()) {
          List<Condition> line = aim.any(row.lines()).alternative().conditions();
          if (aim.isEntry(line.get(0)) && aim.random.nextBoolean()) {
            aim.make(line.get(0), false);
          } else {
            aim.all(line);
          }
          break;
        }
      }
    }
    return aim;
  }

  /** Whether a line starts with a derived sign: the reason for which its chart is opened. */
  private boolean isEntry(Condition first) {
    return first instanceof YesNo sign && !protocol.alternativesOf(sign.slot()).isEmpty();
  }

  /** What to find; {@code age-months} among it is the age. */
  Map<String, Finding> findings() {
    return findings;
  }

  Map<String, Object> parameters() {
    return parameters;
  }

  private void all(List<Condition> conditions) {
    conditions.forEach(condition -> make(condition, true));
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private void make(Condition condition, boolean holds) {
    if (condition instanceof AllOf all) {
      parts(all.parts(), holds, holds);
    } else if (condition instanceof AnyOf any) {
      parts(any.parts(), !holds, holds);
    } else if (condition instanceof CountYes count) {
      List<YesNo> signs = count.signs();
      int first = random.nextInt(signs.size());
      for (int i = 0; i < signs.size(); i++) {
        boolean yes = holds && i < count.atLeast();
        make(signs.get((first + i) % signs.size()), yes);
      }
    } else if (condition instanceof YesNo yesNo) {
      sign(yesNo, holds);
    } else if (condition instanceof IsCode is) {
      code(is, holds);
    } else if (condition instanceof Compare compare) {
      quantity(compare, holds);
    } else if (condition instanceof Reported reported) {
      make(reported.sign(), holds);
    } else if (condition instanceof ParameterIs parameter) {
      parameter(parameter, holds);
    } else if (condition instanceof NotDone notDone) {
      if (holds) {
        String reason = notDone.reasons().isEmpty() ? "no-device" : any(notDone.reasons());
        findings.put(notDone.id(), new Finding.NotDone(reason));
      }
    } else if (condition instanceof NotNeeded notNeeded) {
      findings.remove(notNeeded.id());
    } else if (condition instanceof Blank blank) {
      findings.remove(blank.id());
    } else if (condition instanceof NoValue noValue) {
      findings.remove(noValue.id());
    }
  }

  private void parts(List<Condition> parts, boolean every, boolean holds) {
    if (every) {
      parts.forEach(part -> make(part, holds));
    } else {
      make(any(parts), holds);
    }
  }

  private void sign(YesNo sign, boolean holds) {
    List<Alternative> rules = protocol.alternativesOf(sign.slot());
    boolean present = sign.yes() == holds;
    if (rules.isEmpty()) {
      findings.put(sign.id(), new Finding.Answer(present));
    } else {
      derived(rules, present);
    }
  }

  private void derived(List<Alternative> rules, boolean present) {
    if (present) {
      all(any(rules).conditions());
    } else {
      rules.forEach(rule -> make(any(rule.conditions()), false));
    }
  }

  private void code(IsCode is, boolean holds) {
    List<Alternative> rules = protocol.alternativesOf(is.slot());
    DataElement element = BuiltIn.DICTIONARY.elements().get(is.slot());
    List<String> codes =
        holds ? is.codes() : element.codes().stream().filter(c -> !is.codes().contains(c)).toList();
    if (codes.isEmpty()) {
      return;
    }
    String code = any(codes);
    if (rules.isEmpty()) {
      findings.put(is.id(), new Finding.Code(code));
    } else {
      int index = element.codes().indexOf(code);
      List<Alternative> giving = rules.stream().filter(r -> r.code() == index).toList();
      all(any(giving).conditions());
    }
  }

  private void quantity(Compare compare, boolean holds) {
    double limit = limit(compare.threshold());
    double step = limit == Math.rint(limit) && random.nextBoolean() ? 1 : 0.1;
    double value =
        switch (compare.operator()) {
          case AT_LEAST -> holds ? limit : limit - step;
          case ABOVE -> holds ? limit + step : limit;
          case AT_MOST -> holds ? limit : limit + step;
          case BELOW -> holds ? limit - step : limit;
        };
    for (Measurements.DaysSince days : protocol.measurements().daysSince()) {
      if (days.slot() == compare.slot()) {
        DataElement date = BuiltIn.DICTIONARY.elements().get(days.dateSlot());
        findings.put(date.id(), new Finding.Day(BuiltIn.TODAY.minusDays((long) Math.rint(value))));
        return;
      }
    }
    findings.put(compare.id(), Finding.Quantity.of(value));
  }

  private double limit(Threshold threshold) {
    if (threshold instanceof Threshold.Fixed fixed) {
      return fixed.number();
    }
    String id = ((Threshold.Parameter) threshold).id();
    Object value = parameters.getOrDefault(id, protocol.parameter(id).orElseThrow().defaultValue());
    return ((Number) value).doubleValue();
  }

  private void parameter(ParameterIs wanted, boolean holds) {
    Parameter parameter = protocol.parameter(wanted.id()).orElseThrow();
    List<Object> values =
        ProtocolWords.values(parameter).stream()
            .filter(value -> wanted.values().contains(ParameterValues.text(value)) == holds)
            .toList();
    if (!values.isEmpty()) {
      parameters.put(parameter.id(), any(values));
    }
  }
}
