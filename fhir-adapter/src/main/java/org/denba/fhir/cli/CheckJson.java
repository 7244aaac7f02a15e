package org.denba.fhir.cli;

import java.util.Map;
import java.util.TreeMap;
import org.denba.engine.check.CheckReport;
import org.denba.engine.check.Mistake;
import org.denba.engine.check.Place;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The report of a check for programs: JSON of our own, or SARIF 2.1.0 for code scanning. */
final class CheckJson {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  private CheckJson() {}

  static String json(CheckReport report) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("passed", report.passed());
    root.put("errors", report.errors());
    root.put("warnings", report.warnings());
    root.put("files", report.files());
    root.put("cases", report.cases());
    ArrayNode mistakes = root.putArray("mistakes");
    for (Mistake mistake : report.mistakes()) {
      Place place = mistake.place();
      ObjectNode node = mistakes.addObject();
      node.put("severity", mistake.severity().word());
      node.put("code", mistake.code());
      node.put("file", place.file());
      put(node, "row", place.row());
      put(node, "column", place.column());
      put(node, "title", place.title());
      put(node, "sheet", place.sheet());
      put(node, "cell", place.cell());
      put(node, "found", mistake.found());
      put(node, "allowed", mistake.allowed());
      put(node, "nearest", mistake.nearest());
      node.put("message", mistake.message());
      node.put("text", mistake.text());
    }
    return written(root);
  }

  static String sarif(CheckReport report, String version) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("$schema", SCHEMA);
    root.put("version", "2.1.0");
    ObjectNode run = root.putArray("runs").addObject();
    ObjectNode driver = run.putObject("tool").putObject("driver");
    driver.put("name", "denba check");
    driver.put("version", version);
    ArrayNode rules = driver.putArray("rules");
    Map<String, Integer> index = new TreeMap<>();
    ArrayNode results = run.putArray("results");
    for (Mistake mistake : report.mistakes()) {
      int rule =
          index.computeIfAbsent(
              mistake.code(),
              code -> {
                ObjectNode node = rules.addObject();
                node.put("id", code);
                node.putObject("shortDescription").put("text", code.replace('-', ' '));
                return rules.size() - 1;
              });
      ObjectNode result = results.addObject();
      result.put("ruleId", mistake.code());
      result.put("ruleIndex", rule);
      result.put("level", mistake.severity().word());
      result.putObject("message").put("text", mistake.text());
      ObjectNode location = result.putArray("locations").addObject().putObject("physicalLocation");
      location.putObject("artifactLocation").put("uri", mistake.place().file());
      // code scanning wants a line even where the whole file is meant
      location.putObject("region").put("startLine", Math.max(1, mistake.place().row()));
    }
    return written(root);
  }

  private static void put(ObjectNode node, String name, String value) {
    if (!value.isEmpty()) {
      node.put(name, value);
    }
  }

  private static void put(ObjectNode node, String name, int row) {
    if (row > 0) {
      node.put(name, row);
    }
  }

  private static String written(ObjectNode root) {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }
}
