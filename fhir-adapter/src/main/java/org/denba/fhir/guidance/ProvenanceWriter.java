package org.denba.fhir.guidance;

import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import org.denba.engine.triage.TriageResult.ProtocolRef;
import org.denba.fhir.mapping.FhirSystems;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Provenance.ProvenanceEntityRole;
import org.hl7.fhir.r4.model.Reference;

/**
 * Which rules, by their digest, and which country overlay gave the answer. The time is the
 * beginning of the day of the assessment, not the time of the call: the same request gives the same
 * bytes.
 */
final class ProvenanceWriter {

  private ProvenanceWriter() {}

  static Provenance write(Answer answer, List<String> targets, String software, ZoneId zone) {
    ProtocolRef protocol = answer.result().protocol();
    Provenance provenance = new Provenance();
    targets.forEach(url -> provenance.addTarget(new Reference(url)));
    Date start = Date.from(answer.result().date().atStartOfDay(zone).toInstant());
    InstantType recorded = new InstantType(start);
    recorded.setTimeZone(TimeZone.getTimeZone(zone));
    provenance.setRecordedElement(recorded);
    provenance
        .addAgent()
        .setType(
            new CodeableConcept(new Coding(FhirSystems.PROVENANCE_PARTICIPANT, "assembler", null)))
        .setWho(new Reference().setDisplay(software));
    provenance
        .addEntity()
        .setRole(ProvenanceEntityRole.SOURCE)
        .setWhat(
            new Reference()
                .setIdentifier(
                    new Identifier().setSystem(FhirSystems.RULE_DIGEST).setValue(protocol.digest()))
                .setDisplay(name(protocol)));
    if (protocol.overlay() != null) {
      provenance
          .addEntity()
          .setRole(ProvenanceEntityRole.SOURCE)
          .setWhat(
              new Reference()
                  .setIdentifier(
                      new Identifier()
                          .setSystem(FhirSystems.OVERLAY)
                          .setValue(protocol.overlay().id()))
                  .setDisplay(
                      "overlay " + protocol.overlay().id() + " " + protocol.overlay().version()));
    }
    return provenance;
  }

  private static String name(ProtocolRef protocol) {
    StringBuilder name = new StringBuilder(protocol.id());
    if (protocol.version() != null) {
      name.append(' ').append(protocol.version());
    }
    if (protocol.approval() != null) {
      name.append(" (").append(protocol.approval()).append(')');
    }
    return name.toString();
  }
}
