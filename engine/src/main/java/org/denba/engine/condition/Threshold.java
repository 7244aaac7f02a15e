package org.denba.engine.condition;

import org.denba.engine.assessment.Assessment;
import org.denba.engine.assessment.ParameterValues;

/**
 * What a quantity is compared with: a number of the rule file, or a named parameter, so that a
 * request's own value counts.
 */
public sealed interface Threshold {

  double value(Assessment assessment);

  String text();

  /** A number that stands in the rule file. */
  record Fixed(double number) implements Threshold {
    @Override
    public double value(Assessment assessment) {
      return number;
    }

    @Override
    public String text() {
      return ParameterValues.text(number);
    }
  }

  /** A named parameter. */
  record Parameter(int index, String id) implements Threshold {
    @Override
    public double value(Assessment assessment) {
      return assessment.parameters().number(index);
    }

    @Override
    public String text() {
      return "{" + id + "}";
    }
  }
}
