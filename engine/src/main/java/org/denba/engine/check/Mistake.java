package org.denba.engine.check;

/**
 * One thing that is wrong with a folder of rules.
 *
 * @param severity whether the rules are refused for it
 * @param code its kind, the same from version to version ({@code unknown-element})
 * @param place where it stands
 * @param found what stands there, or empty
 * @param allowed what may stand there, or empty
 * @param nearest the right word that is nearest, or empty
 * @param message what is wrong and what to do
 */
public record Mistake(
    Severity severity,
    String code,
    Place place,
    String found,
    String allowed,
    String nearest,
    String message) {

  /** The same, told of the first place only. */
  Mistake inMorePlaces(int more) {
    return new Mistake(
        severity,
        code,
        place,
        found,
        allowed,
        nearest,
        message + " (and in " + more + " more places)");
  }

  /** {@code file:row:column: message}. */
  public String text() {
    return place.text() + ": " + message;
  }
}
