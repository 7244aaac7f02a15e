package org.denba.fhir.operation;

import org.denba.fhir.mapping.FhirFormat;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementKind;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.RestfulCapabilityMode;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Enumerations.FHIRVersion;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;

/** Describes this FHIR service: one operation, two formats, nothing stored. */
public final class Capabilities {

  private final String name;
  private final String version;
  private final String released;

  /**
   * @param name name of this software
   * @param version its version
   * @param released the day of this description, ISO 8601
   */
  public Capabilities(String name, String version, String released) {
    this.name = name;
    this.version = version;
    this.released = released;
  }

  CapabilityStatement statement() {
    CapabilityStatement statement = new CapabilityStatement();
    statement.setUrl("http://denba.org/fhir/CapabilityStatement/denba");
    statement.setVersion(version);
    statement.setName(name);
    statement.setStatus(PublicationStatus.ACTIVE);
    statement.setDateElement(new DateTimeType(released));
    statement.setKind(CapabilityStatementKind.INSTANCE);
    statement.getSoftware().setName(name).setVersion(version);
    statement
        .getImplementation()
        .setDescription("Clinical decision support for mothers and children; stores nothing");
    statement.setFhirVersion(FHIRVersion._4_0_1);
    statement.addFormat(FhirFormat.JSON.mediaType());
    statement.addFormat(FhirFormat.XML.mediaType());
    CapabilityStatementRestComponent rest = statement.addRest();
    rest.setMode(RestfulCapabilityMode.SERVER);
    rest.setDocumentation(
        "POST [base]/$triage takes a Bundle, or Parameters with a bundle, of one encounter and answers with a Bundle of type"
            + " collection.");
    rest.getSecurity()
        .setDescription(
            "No authentication of its own: the service listens on the loopback address of its machine only. To serve a network,"
                + " put a reverse proxy with TLS and authentication in front of it.");
    rest.addOperation()
        .setName("triage")
        .setDefinition("http://denba.org/fhir/OperationDefinition/triage")
        .setDocumentation("Classifies, and says what to do and what is still to assess.");
    return statement;
  }
}
