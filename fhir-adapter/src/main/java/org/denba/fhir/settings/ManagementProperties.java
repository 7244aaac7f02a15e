package org.denba.fhir.settings;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the rules of a running service are replaced, under {@code denba.}
 *
 * @param versions folder in which every version of the rules is kept that was ever active, or null:
 *     then what is activated does not survive a restart
 * @param watch activate what is edited in the folder {@code denba.rules} by itself
 * @param managementToken what a caller must send ({@code Authorization: Bearer …}) to change the
 *     rules, or null: then only this machine may
 * @param verify prove the charts of edited rules before they are activated
 * @param impactPatients how many invented patients are answered by the rules before and after
 */
@ConfigurationProperties("denba")
public record ManagementProperties(
    Path versions,
    @DefaultValue("false") boolean watch,
    String managementToken,
    @DefaultValue("true") boolean verify,
    @DefaultValue("10000") int impactPatients) {

  private static final int SHORTEST_TOKEN = 16;

  /**
   * @throws IllegalArgumentException when the token could be guessed, or nobody is to be asked
   *     about
   */
  public ManagementProperties {
    managementToken =
        managementToken == null || managementToken.isBlank() ? null : managementToken.strip();
    if (managementToken != null && managementToken.length() < SHORTEST_TOKEN) {
      throw new IllegalArgumentException(
          "denba.management-token must have at least "
              + SHORTEST_TOKEN
              + " characters: whoever guesses it can replace the rules");
    }
    if (impactPatients < 1) {
      throw new IllegalArgumentException(
          "denba.impact-patients: '" + impactPatients + "' is too few: name 1 or more");
    }
  }

  /** What holds where nobody set anything. */
  public static ManagementProperties defaults() {
    return new ManagementProperties(null, false, null, true, 10_000);
  }

  /** Without the token: settings end up in logs. */
  @Override
  public String toString() {
    return "versions=" + versions + ", watch=" + watch;
  }
}
