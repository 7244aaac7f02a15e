package org.denba.fhir.cli;

import java.time.LocalDate;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Of which day a visit is, and by which rules it is answered. */
final class VisitOptions {

  @Option(names = "--date", paramLabel = "YYYY-MM-DD", description = "day of the visit")
  private LocalDate date;

  @Option(names = "--protocol", paramLabel = "ID", description = "protocol to use")
  private String protocol;

  @Mixin private RulesOption rules;

  @Option(
      names = "--overlay",
      paramLabel = "ID",
      description = "country overlay to lay over the rules, such as mali")
  private String overlay;

  @Mixin private ZoneOption zone;

  /** The day of the visit, or null. */
  LocalDate date() {
    return date;
  }

  /** The protocol asked for, or null. */
  String protocol() {
    return protocol;
  }

  /**
   * @param district the district of the site, or null
   */
  OneTriage oneTriage(String district) {
    return new OneTriage(rules.source(), zone.zone(), overlay, district);
  }
}
