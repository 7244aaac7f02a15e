package org.denba.engine.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.denba.engine.assessment.Assessment;
import org.denba.engine.assessment.Contact;
import org.denba.engine.assessment.Interval;
import org.denba.engine.condition.Compare;
import org.denba.engine.condition.Condition;
import org.denba.engine.condition.IsCode;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.protocol.Alternative;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.protocol.Row;

/**
 * The values that speak for no illness, found by asking the rules: those for which the fewest
 * predicates outside green rows hold. A child whose values are mostly quiet is mostly well, and
 * single loud values then decide.
 */
final class QuietValues {

  private final Protocol protocol;
  private final List<Condition> loud = new ArrayList<>();
  private final List<Condition> inRows = new ArrayList<>();

  QuietValues(Protocol protocol) {
    this.protocol = protocol;
    List<Integer> green =
        protocol.rows().stream()
            .filter(Row::isGreen)
            .flatMap(row -> row.lines().stream())
            .map(line -> line.alternative().index())
            .toList();
    for (Alternative rule : protocol.alternatives()) {
      boolean row = protocol.row(rule.name().split("\\.")[0]).isPresent();
      boolean guard = protocol.guardedBy(rule.target()) >= 0;
      if (!green.contains(rule.index()) && !guard && rule.code() < 0) {
        List<Condition> to = row ? inRows : loud;
        rule.conditions().forEach(c -> ProtocolWords.leaves(c, to::add));
      }
    }
  }

  List<String> codes(DataElement element) {
    return quietest(
        element.codes(),
        code -> loudness(element, a -> a.code(element.index(), index(element, code))));
  }

  private static int index(DataElement element, String code) {
    return element.codes().indexOf(code);
  }

  List<Double> numbers(DataElement element, Interval range, Iterable<Double> bounds) {
    List<Double> candidates = new ArrayList<>();
    for (double bound : bounds) {
      for (double step : new double[] {-1, -0.1, 0, 0.1, 1}) {
        candidates.add(Math.round((bound + step) * 10) / 10.0);
      }
    }
    for (int i = 0; i <= 20; i++) {
      candidates.add(range.low() + Math.rint((range.high() - range.low()) * i / 2) / 10);
    }
    candidates.removeIf(value -> value < range.low() || value > range.high());
    return quietest(
        candidates,
        value -> loudness(element, a -> a.quantity(element.index(), Interval.point(value))));
  }

  /**
   * How many predicates outside green rows hold for one value; those of rows themselves count
   * double.
   */
  private int loudness(DataElement element, Consumer<Assessment> value) {
    Assessment assessment =
        new Assessment(
            protocol.slots(), BuiltIn.DICTIONARY.size(), protocol.defaults(), Contact.first(""));
    value.accept(assessment);
    return count(inRows, element, assessment) * 2 + count(loud, element, assessment);
  }

  private static int count(List<Condition> conditions, DataElement element, Assessment assessment) {
    int count = 0;
    for (Condition condition : conditions) {
      boolean about =
          condition instanceof Compare compare && compare.slot() == element.index()
              || condition instanceof IsCode is && is.slot() == element.index();
      if (about && condition.certain(assessment)) {
        count++;
      }
    }
    return count;
  }

  private static <T> List<T> quietest(
      List<T> values, java.util.function.ToIntFunction<T> loudness) {
    int least = values.stream().mapToInt(loudness).min().orElseThrow();
    return values.stream().filter(value -> loudness.applyAsInt(value) == least).toList();
  }
}
