package org.denba.fhir.guidance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.denba.engine.dosing.Dose;
import org.denba.engine.rules.CsvTable;
import org.denba.engine.rules.RuleFiles;
import org.denba.fhir.mapping.FhirSystems;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/** The SNOMED CT codes of the routes that the dose tables name. */
final class RouteCodes {

  static final String FILE = "dictionary/route-codes.csv";

  private final Map<String, String> snomed = new HashMap<>();

  RouteCodes(RuleFiles files) {
    for (CsvTable.Row row : CsvTable.read(files, FILE, List.of("route", "snomed")).rows()) {
      snomed.put(row.required("route"), row.required("snomed"));
    }
  }

  /** The route as a concept: our own code always, SNOMED CT where the table has it. */
  CodeableConcept of(Dose dose) {
    CodeableConcept route = new CodeableConcept();
    String code = snomed.get(dose.route());
    if (code != null) {
      route.addCoding(new Coding(FhirSystems.SNOMED, code, null));
    }
    return route
        .addCoding(new Coding(FhirSystems.ROUTE, dose.route(), dose.routeText()))
        .setText(dose.routeText() == null ? dose.route() : dose.routeText());
  }
}
