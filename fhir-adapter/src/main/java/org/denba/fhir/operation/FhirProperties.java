package org.denba.fhir.operation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What an operator can set for FHIR, under {@code denba.fhir.}
 *
 * @param body largest body of one call; 10 000 observations fit into the default
 */
@ConfigurationProperties("denba.fhir")
public record FhirProperties(@DefaultValue("5MB") DataSize body) {

  private static final DataSize LARGEST = DataSize.ofMegabytes(64);

  /**
   * @throws IllegalArgumentException when the limit could not be kept
   */
  public FhirProperties {
    if (body.toBytes() < 1 || body.compareTo(LARGEST) > 0) {
      throw new IllegalArgumentException(
          "denba.fhir.body: " + body + " is not between 1B and 64MB");
    }
  }
}
