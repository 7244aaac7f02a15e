package org.denba.fhir.cli;

import java.time.ZoneId;
import picocli.CommandLine.Option;

/** {@code --zone}: in which time zone "today" is meant. */
final class ZoneOption {

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      defaultValue = "Africa/Bamako",
      description = "where a day begins and ends (default: ${DEFAULT-VALUE})")
  private ZoneId zone;

  ZoneId zone() {
    return zone;
  }
}
