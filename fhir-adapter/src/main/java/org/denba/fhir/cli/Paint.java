package org.denba.fhir.cli;

import org.denba.engine.protocol.Colour;

/**
 * Adds colours to words on a terminal; a colour never stands alone, so without them nothing is
 * lost.
 */
final class Paint {

  private static final String RESET = "\u001b[0m";
  private static final String BOLD = "\u001b[1m";

  private final boolean on;

  Paint(boolean on) {
    this.on = on;
  }

  String bold(String text) {
    return on ? BOLD + text + RESET : text;
  }

  /** Black or white on the colour of the chart booklet. */
  String on(Colour colour, String text) {
    if (!on) {
      return text;
    }
    String code =
        switch (colour) {
          case PINK -> "\u001b[1;97;45m";
          case YELLOW -> "\u001b[1;30;43m";
          case GREEN -> "\u001b[1;30;42m";
          case NONE -> BOLD;
        };
    return code + text + RESET;
  }
}
