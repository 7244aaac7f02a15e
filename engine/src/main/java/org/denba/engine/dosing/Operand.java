package org.denba.engine.dosing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number in a cell, or a named parameter that holds it ({@code {sam.amox-days}}).
 *
 * @param number the number; 0 when a parameter is named
 * @param parameter id of the parameter, or null
 */
record Operand(double number, String parameter) {

  static final Pattern PARAMETER_ID = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");

  private static final Pattern PARAMETER = Pattern.compile("\\{(.*)}");
  private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");

  /**
   * @throws IllegalArgumentException when the cell is neither; the message says what is allowed
   */
  static Operand parse(String cell) {
    Matcher parameter = PARAMETER.matcher(cell);
    if (parameter.matches() && PARAMETER_ID.matcher(parameter.group(1)).matches()) {
      return new Operand(0, parameter.group(1));
    }
    if (cell.contains("{") || cell.contains("}")) {
      throw new IllegalArgumentException(
          "'" + cell + "' is not a parameter: write its id in braces, such as {sam.amox-days}");
    }
    return new Operand(number(cell), null);
  }

  /** A number as tables write it: digits, a decimal point where needed, no sign, no unit. */
  static double number(String cell) {
    if (!NUMBER.matcher(cell).matches()) {
      throw new IllegalArgumentException(
          "'"
              + cell
              + "' is not a number: write 250 or 0.5 (with a decimal point, without a unit)");
    }
    return Double.parseDouble(cell);
  }

  boolean isParameter() {
    return parameter != null;
  }

  /**
   * @throws IllegalArgumentException when the parameter is not there or not a number
   */
  double value(DoseContext context) {
    return parameter == null ? number : parameterNumber(context, parameter);
  }

  static double parameterNumber(DoseContext context, String parameter) {
    String text = parameterText(context, parameter);
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "the parameter " + parameter + " is '" + text + "', but the dose table needs a number",
          e);
    }
  }

  static String parameterText(DoseContext context, String parameter) {
    String text = context.parameter(parameter);
    if (text == null) {
      throw new IllegalArgumentException(
          "the parameter "
              + parameter
              + " of a dose table has no value: declare it in the protocol");
    }
    return text;
  }

  @Override
  public String toString() {
    if (parameter != null) {
      return "{" + parameter + "}";
    }
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }
}
