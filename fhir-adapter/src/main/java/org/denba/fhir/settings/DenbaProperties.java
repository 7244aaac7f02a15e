package org.denba.fhir.settings;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What an operator can set, all under {@code denba.}
 *
 * @param zone where a day begins and ends; decides what "today" is and which day a moment falls on
 * @param rules folder of rule files in place of the ones that were shipped, or null
 * @param overlay the country overlay to lay over the rules ({@code mali}), or null for the rules
 *     alone
 * @param district the health district of this site, by the overlay's table of districts, or null
 * @param parameters named parameters of the rules that differ on this site ({@code
 *     denba.parameters.[malaria.risk]})
 * @param locked parameters that a request must not change
 * @param staleAfterDays an encounter that is more days old says so
 * @param limits what a client may send
 */
@ConfigurationProperties("denba")
public record DenbaProperties(
    @DefaultValue("Africa/Bamako") ZoneId zone,
    Path rules,
    String overlay,
    String district,
    @DefaultValue Map<String, String> parameters,
    @DefaultValue Set<String> locked,
    @DefaultValue("1") int staleAfterDays,
    @DefaultValue Limits limits) {

  private static final int LARGEST_BODY = 64;

  /** A setting without a value is none. */
  public DenbaProperties {
    overlay = overlay == null || overlay.isBlank() ? null : overlay.strip();
    district = district == null || district.isBlank() ? null : district.strip();
  }

  /**
   * @param body bytes of one request, and of one line of a batch
   * @param findings findings of one patient
   * @param batches batches that are answered at the same time
   */
  public record Limits(
      @DefaultValue("1MB") DataSize body,
      @DefaultValue("2000") int findings,
      @DefaultValue("4") int batches) {

    /**
     * @throws IllegalArgumentException when a limit could not be kept
     */
    public Limits {
      if (body.toBytes() < 1 || body.compareTo(DataSize.ofMegabytes(LARGEST_BODY)) > 0) {
        throw new IllegalArgumentException(
            "denba.limits.body: " + body + " is not between 1B and " + LARGEST_BODY + "MB");
      }
      if (findings < 1 || batches < 1) {
        throw new IllegalArgumentException(
            "denba.limits.findings and denba.limits.batches must be at least 1");
      }
    }
  }

  /** What holds where nobody set anything. */
  public static DenbaProperties defaults() {
    return new DenbaProperties(
        ZoneId.of("Africa/Bamako"),
        null,
        null,
        null,
        Map.of(),
        Set.of(),
        1,
        new Limits(DataSize.ofMegabytes(1), 2000, 4));
  }
}
