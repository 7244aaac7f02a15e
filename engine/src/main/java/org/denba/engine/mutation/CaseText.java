package org.denba.engine.mutation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.denba.engine.assessment.ParameterValues;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.proof.Patient;
import org.denba.engine.protocol.Measurements;
import org.denba.engine.protocol.Parameter;
import org.denba.engine.protocol.Protocol;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Writes the patient of a proof as a case that an author can paste into a case file. */
final class CaseText {

  private static final String AGE_DAYS = "age-days";
  private static final String AGE_MONTHS = "age-months";
  private static final String AGE_YEARS = "age-years";

  private final Protocol protocol;
  private final DataDictionary dictionary;

  CaseText(Protocol protocol, DataDictionary dictionary) {
    this.protocol = protocol;
    this.dictionary = dictionary;
  }

  /** The keys of a case that tell the encounter. */
  Map<String, Object> encounter(Patient patient) {
    Map<String, Object> encounter = new LinkedHashMap<>();
    Map<String, Object> who = new LinkedHashMap<>();
    Map<String, Object> findings = new LinkedHashMap<>();
    patient.findings().forEach((id, value) -> said(id, value, who, findings));
    if (!who.isEmpty()) {
      encounter.put("patient", who);
    }
    if (!findings.isEmpty()) {
      encounter.put("findings", findings);
    }
    Map<String, Object> parameters = new LinkedHashMap<>();
    patient.parameters().forEach((id, value) -> parameter(id, value, parameters));
    if (!parameters.isEmpty()) {
      encounter.put("parameters", parameters);
    }
    if (patient.setting().equals("community")) {
      encounter.put("setting", patient.setting());
    }
    if (patient.visit().equals("follow-up")) {
      encounter.put("visit", patient.visit());
      encounter.put("earlier", patient.earlier());
    }
    return encounter;
  }

  private void parameter(String id, String value, Map<String, Object> parameters) {
    protocol
        .parameter(id)
        .ifPresent(
            found -> {
              if (!ParameterValues.text(found.defaultValue()).equals(value)) {
                parameters.put(
                    id,
                    found.type() == Parameter.Type.TEXT
                        ? value
                        : new Yaml().load(value.isEmpty() ? "''" : value));
              }
            });
  }

  private void said(
      String id, String value, Map<String, Object> who, Map<String, Object> findings) {
    switch (id) {
      case AGE_DAYS -> {
        who.put("ageDays", (int) Double.parseDouble(value));
        who.remove("ageMonths");
      }
      case AGE_MONTHS -> {
        if (!who.containsKey("ageDays")) {
          who.put("ageMonths", (int) Double.parseDouble(value));
        }
      }
      case AGE_YEARS -> who.put("ageYears", (int) Double.parseDouble(value));
      case "sex" -> who.put("sex", value);
      default -> finding(id, value, findings);
    }
  }

  private void finding(String id, String value, Map<String, Object> findings) {
    int slot = dictionary.element(id).orElseThrow().index();
    for (Measurements.DaysSince since : protocol.measurements().daysSince()) {
      if (since.slot() == slot) {
        double days = Double.parseDouble(value);
        findings.put(
            dictionary.elements().get(since.dateSlot()).id(), Map.of("daysAgo", (int) days));
        return;
      }
    }
    if (value.equals("given")) {
      findings.putIfAbsent(id, Map.of("daysAgo", 30));
    } else {
      findings.put(id, new Yaml().load(value));
    }
  }

  /** A case in one block, its short parts in one line each. */
  static String of(
      String id, String title, Map<String, Object> encounter, Map<String, Object> expect) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.FLOW);
    options.setWidth(10_000);
    Yaml yaml = new Yaml(options);
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("id", id);
    keys.put("title", title);
    keys.putAll(encounter);
    keys.put("expect", expect);
    List<String> lines = new ArrayList<>();
    keys.forEach((key, value) -> lines.add("    " + key + ": " + yaml.dump(value).strip()));
    return "  - " + String.join("\n", lines).substring(4) + "\n";
  }
}
