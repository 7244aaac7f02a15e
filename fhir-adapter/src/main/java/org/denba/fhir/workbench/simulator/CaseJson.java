package org.denba.fhir.workbench.simulator;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.denba.engine.assessment.Finding;
import org.denba.engine.dictionary.DataDictionary;
import org.denba.engine.dictionary.DataElement;
import org.denba.engine.dictionary.ElementType;
import org.denba.fhir.protocols.ParameterText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a case as the JSON that {@code POST /triage} takes. What cannot be read as the element's
 * type is sent as the text that it is: the door then says what is wrong with it.
 */
final class CaseJson {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /**
   * {@code 38,5} as people in French write it, and a unit that may follow: {@code 101.3 [degF]}.
   */
  private static final Pattern NUMBER =
      Pattern.compile("([+-]?\\d{1,9}(?:[.,]\\d{1,9})?)(?:\\s+(\\S{1,30}))?");

  private final DataDictionary dictionary;

  CaseJson(DataDictionary dictionary) {
    this.dictionary = dictionary;
  }

  byte[] write(CaseState state, String language) {
    return MAPPER.writeValueAsBytes(node(state, language));
  }

  private ObjectNode node(CaseState state, String language) {
    ObjectNode request = NODES.objectNode();
    text(request, "protocol", state.get("protocol"));
    text(request, "setting", state.get("setting"));
    text(request, "date", state.get("date"));
    request.put("language", language);
    text(request, "visit", state.get("visit"));
    earlier(request, state.get("earlier"));
    request.set("patient", patient(state));
    if (!state.parameters().isEmpty()) {
      ObjectNode parameters = request.putObject("parameters");
      state.parameters().forEach((id, value) -> parameters.putPOJO(id, ParameterText.value(value)));
    }
    request.set("findings", findings(state));
    if (state.companion() != null) {
      ObjectNode second = request.putObject("companion");
      second.set("patient", patient(state.companion()));
      second.set("findings", findings(state.companion()));
    }
    return request;
  }

  private ObjectNode findings(CaseState state) {
    ObjectNode findings = NODES.objectNode();
    state.findings().forEach((id, value) -> findings.set(id, finding(id, value)));
    return findings;
  }

  private static void text(ObjectNode object, String name, String value) {
    if (!value.isEmpty()) {
      object.put(name, value);
    }
  }

  private static void earlier(ObjectNode request, String rows) {
    if (!rows.isEmpty()) {
      ArrayNode earlier = request.putArray("earlier");
      for (String row : rows.split("[\\s,;]+")) {
        String[] parts = row.split("@", 2);
        ObjectNode one = earlier.addObject().put("rule", parts[0]);
        if (parts.length > 1) {
          one.put("date", parts[1]);
        }
      }
    }
  }

  private static ObjectNode patient(CaseState state) {
    ObjectNode patient = NODES.objectNode();
    text(patient, "birthDate", state.get("birth"));
    text(patient, "sex", state.get("sex"));
    String age = state.get("age");
    if (!age.isEmpty()) {
      String field =
          switch (state.get("unit")) {
            case "years" -> "ageYears";
            case "days" -> "ageDays";
            default -> "ageMonths";
          };
      patient.set(field, number(age).orElse(NODES.stringNode(age)));
    }
    if (state.get("estimated").equals("yes")) {
      patient.put("ageEstimated", true);
    }
    text(patient, "pregnant", state.get("pregnant"));
    text(patient, "lmp", state.get("lmp"));
    text(patient, "deliveryDate", state.get("delivery"));
    return patient;
  }

  private JsonNode finding(String id, String value) {
    if (value.equals(CaseState.UNKNOWN)) {
      return NODES.nullNode();
    }
    if (value.startsWith(CaseState.NOT_DONE_MARK)) {
      String reason = value.substring(CaseState.NOT_DONE_MARK.length());
      return reason.isEmpty() || reason.equals(Finding.NotDone.UNSPECIFIED)
          ? NODES.stringNode("not-done")
          : NODES.objectNode().put("notDone", reason);
    }
    Optional<DataElement> element = dictionary.element(id);
    if (element.map(DataElement::type).filter(ElementType.QUANTITY::equals).isPresent()) {
      return number(value).orElse(NODES.stringNode(value));
    }
    if (element.map(DataElement::type).filter(ElementType.LIST::equals).isPresent()) {
      return list(element.get().codes(), value);
    }
    return NODES.stringNode(value);
  }

  /** One entry a line, its fields in the order of the dictionary with blanks between them. */
  private static JsonNode list(List<String> fields, String value) {
    ArrayNode entries = NODES.arrayNode();
    for (String line : value.split("[;\\r\\n]+")) {
      if (line.isBlank() || line.strip().equals("-")) {
        continue;
      }
      String[] cells = line.strip().split("\\s+");
      ObjectNode entry = entries.addObject();
      for (int i = 0; i < cells.length; i++) {
        // a cell too many is kept, so that the door can say that it is one too many
        String field = i < fields.size() ? fields.get(i) : "field-" + (i + 1);
        if (!cells[i].equals("-")) {
          entry.put(field, cells[i]);
        }
      }
    }
    return entries;
  }

  private static Optional<JsonNode> number(String text) {
    Matcher number = NUMBER.matcher(text);
    if (!number.matches()) {
      return Optional.empty();
    }
    BigDecimal value = new BigDecimal(number.group(1).replace(',', '.'));
    return Optional.of(
        number.group(2) == null
            ? NODES.numberNode(value)
            : NODES.objectNode().put("value", value).put("unit", number.group(2)));
  }
}
