package org.denba.fhir.protocols;

import java.util.regex.Pattern;

/**
 * The value of a named parameter where it can only be written as text: a setting, an option of a
 * command.
 */
public final class ParameterText {

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}(\\.\\d{1,9})?");

  private ParameterText() {}

  /** A boolean for true and false, a number for what looks like one, else the text. */
  public static Object value(String text) {
    if (text.equals("true") || text.equals("false")) {
      return Boolean.valueOf(text);
    }
    if (!NUMBER.matcher(text).matches()) {
      return text;
    }
    if (text.contains(".")) {
      return Double.valueOf(text);
    }
    return Integer.valueOf(text);
  }
}
