package org.denba.engine.dosing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A row applies only when a parameter has this value.
 *
 * @param parameter id of the parameter
 * @param value the value as rule files write it
 */
record Condition(String parameter, String value) {

  private static final Pattern FORM =
      Pattern.compile("(" + Operand.PARAMETER_ID + ")\\s*=\\s*([A-Za-z0-9][A-Za-z0-9._-]*)");

  /**
   * @throws IllegalArgumentException when the text is not {@code parameter = value}; the message
   *     says so
   */
  static Condition parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is not a condition: write 'parameter = value', several with '|' between them"
              + " (all must hold)");
    }
    return new Condition(matcher.group(1), matcher.group(matcher.groupCount()));
  }

  boolean holds(DoseContext context) {
    String actual = Operand.parameterText(context, parameter);
    return actual.equals(value);
  }

  @Override
  public String toString() {
    return parameter + " = " + value;
  }
}
