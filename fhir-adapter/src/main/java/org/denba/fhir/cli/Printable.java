package org.denba.fhir.cli;

/** Keeps what a file holds from steering the terminal that it is shown on. */
final class Printable {

  private static final String STEERING =
      "[\\p{Cntrl}\u0080-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]";

  private Printable() {}

  static String text(String text) {
    return text.replaceAll(STEERING, "\uFFFD");
  }
}
