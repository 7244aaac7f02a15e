package org.denba.engine.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.denba.engine.assessment.Assessment;
import org.denba.engine.assessment.Contact;
import org.denba.engine.assessment.Interval;
import org.denba.engine.assessment.ParameterValues;

/** Asks what a predicate says of an element in one state, in both readings. */
abstract class Readings {

  static final double WARM = 37;
  static final double COLD = 30;

  final Words words = new Words();
  final ConditionParser parser = new ConditionParser(words);

  /** What a predicate says of an element in one state. */
  enum Says {
    PROVED,
    POSSIBLE,
    RULED_OUT
  }

  Says says(String condition, Consumer<Assessment> told) {
    return says(condition, Map.of(), told);
  }

  Says says(String condition, Map<String, Object> parameters, Consumer<Assessment> told) {
    Map<String, Integer> index = new LinkedHashMap<>();
    Words.PARAMETERS.forEach(id -> index.put(id, index.size()));
    ParameterValues values =
        ParameterValues.of(Words.PARAMETERS, index, List.of(35.0, "dry", "if-reported"));
    Assessment assessment =
        new Assessment(
            words.slots(),
            words.dictionary().size(),
            values.with(parameters),
            Contact.first("health-facility"));
    told.accept(assessment);
    Condition read = parser.parse(condition);
    if (read.certain(assessment)) {
      assertThat(read.possible(assessment)).as("certain implies possible").isTrue();
      assertThat(read.open(assessment)).isFalse();
      return Says.PROVED;
    }
    assertThat(read.open(assessment)).isEqualTo(read.possible(assessment));
    return read.possible(assessment) ? Says.POSSIBLE : Says.RULED_OUT;
  }

  Consumer<Assessment> degrees(double value) {
    return a -> a.quantity(words.slot("degrees"), Interval.point(value));
  }

  Consumer<Assessment> between(double low, double high) {
    return a -> a.quantity(words.slot("degrees"), new Interval(low, high));
  }

  Consumer<Assessment> notDone(String id, boolean closes) {
    return a -> a.notDone(words.slot(id), "no-device", closes);
  }

  Consumer<Assessment> notNeeded(String id) {
    return a -> a.notNeeded(words.slot(id));
  }

  static final Consumer<Assessment> BLANK = a -> {};
}
