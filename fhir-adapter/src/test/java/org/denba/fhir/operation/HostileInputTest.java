package org.denba.fhir.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.denba.engine.protocol.Urgency;
import org.denba.engine.triage.InvalidRequestException;
import org.denba.fhir.mapping.FhirFormat;
import org.denba.fhir.mapping.UnreadableFhirException;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.junit.jupiter.api.Test;

/**
 * Broken requests are refused or answered, and never make a fault of the service. The seed is
 * fixed: a failure comes again.
 */
class HostileInputTest {

  private static final int ROUNDS = 600;
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final FhirTriage TRIAGE = FhirCalls.triage();

  private final Random random = new Random(20261122);

  private static JsonNode child() throws IOException {
    try (InputStream in = HostileInputTest.class.getResourceAsStream("/fhir/sick-child.json")) {
      return MAPPER.readTree(in);
    }
  }

  @Test
  void broken_json_never_makes_a_fault() throws IOException {
    int answered = 0;
    for (int round = 0; round < ROUNDS; round++) {
      JsonNode broken = child();
      int changes = 1 + random.nextInt(3);
      for (int i = 0; i < changes; i++) {
        breakSomething(broken);
      }
      answered += isAnswered(MAPPER.writeValueAsBytes(broken), FhirFormat.JSON) ? 1 : 0;
    }
    assertThat(answered).isBetween(1, ROUNDS - 1);
  }

  @Test
  void broken_bytes_never_make_a_fault() throws IOException {
    for (FhirFormat format : FhirFormat.values()) {
      String name = format == FhirFormat.JSON ? "/fhir/sick-child.json" : "/fhir/sick-child.xml";
      byte[] whole;
      try (InputStream in = HostileInputTest.class.getResourceAsStream(name)) {
        whole = in.readAllBytes();
      }
      for (int round = 0; round < ROUNDS / 3; round++) {
        byte[] broken = whole.clone();
        for (int i = 0; i < 1 + round % 4; i++) {
          broken[random.nextInt(broken.length)] = (byte) (32 + random.nextInt(95));
        }
        isAnswered(broken, format);
      }
    }
  }

  @Test
  void leaving_out_observations_never_lowers_what_cannot_be_ruled_out() throws IOException {
    int whole = couldBe(child());
    for (int round = 0; round < 100; round++) {
      JsonNode less = child();
      ArrayNode entries = (ArrayNode) less.get("entry");
      for (int i = entries.size() - 1; i > 1; i--) {
        if (random.nextInt(3) == 0) {
          entries.remove(i);
        }
      }
      assertThat(couldBe(less)).isGreaterThanOrEqualTo(whole);
    }
  }

  @Test
  void the_order_of_entries_does_not_matter() throws IOException {
    String expected = conditions(child());
    for (int round = 0; round < 50; round++) {
      JsonNode shuffled = child();
      ArrayNode entries = (ArrayNode) shuffled.get("entry");
      List<JsonNode> list = new ArrayList<>();
      entries.forEach(list::add);
      Collections.shuffle(list, random);
      entries.removeAll();
      list.forEach(entries::add);
      assertThat(conditions(shuffled)).isEqualTo(expected);
    }
  }

  private static Bundle answer(JsonNode request) throws IOException {
    byte[] body = MAPPER.writeValueAsBytes(request);
    byte[] answer = TRIAGE.triage(body, FhirFormat.JSON, FhirFormat.JSON, "en").body();
    return (Bundle) FhirCalls.PARSER.parse(answer, FhirFormat.JSON).resource();
  }

  private static int couldBe(JsonNode request) throws IOException {
    RiskAssessment risk = (RiskAssessment) answer(request).getEntry().get(1).getResource();
    String code = risk.getPrediction().get(1).getOutcome().getCodingFirstRep().getCode();
    for (Urgency urgency : Urgency.values()) {
      if (urgency.code().equals(code)) {
        return urgency.ordinal();
      }
    }
    return fail("no urgency: " + code);
  }

  private static String conditions(JsonNode request) throws IOException {
    RiskAssessment risk = (RiskAssessment) answer(request).getEntry().get(1).getResource();
    return FhirCalls.PARSER.context().newJsonParser().encodeResourceToString(risk);
  }

  private static boolean isAnswered(byte[] body, FhirFormat format) {
    try {
      return TRIAGE.triage(body, format, FhirFormat.JSON, "fr").body().length > 0;
    } catch (UnreadableFhirException | InvalidRequestException e) {
      assertThat(e.getMessage()).doesNotContain("child-1");
      return false;
    } catch (RuntimeException | StackOverflowError e) {
      return fail(new String(body, StandardCharsets.UTF_8), e);
    }
  }

  private void breakSomething(JsonNode root) {
    List<JsonNode> parents = new ArrayList<>();
    collect(root, parents);
    JsonNode parent = parents.get(random.nextInt(parents.size()));
    if (parent instanceof ArrayNode array) {
      int at = random.nextInt(array.size());
      if (random.nextBoolean()) {
        array.set(at, nonsense());
      } else {
        array.add(array.get(at).deepCopy());
      }
    } else if (parent instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      String name = names.get(random.nextInt(names.size()));
      switch (random.nextInt(4)) {
        case 0 -> object.remove(name);
        case 1 -> object.set(name, nonsense());
        case 2 -> object.set(name + "x", object.remove(name));
        default -> object.set(name, MAPPER.createArrayNode().add(object.get(name)));
      }
    }
  }

  private static void collect(JsonNode node, List<JsonNode> parents) {
    if (node.isContainerNode() && !node.isEmpty()) {
      parents.add(node);
      node.forEach(child -> collect(child, parents));
    }
  }

  private JsonNode nonsense() {
    JsonNodeFactory make = JsonNodeFactory.instance;
    return switch (random.nextInt(9)) {
      case 0 -> make.nullNode();
      case 1 -> make.booleanNode(random.nextBoolean());
      case 2 -> make.numberNode(random.nextInt(1000) - 500);
      case 3 -> make.textNode("");
      case 4 -> make.textNode("\u0000\uD83D\uDE00 <x> ${jndi:ldap://x}");
      case 5 -> make.objectNode();
      case 6 -> make.arrayNode();
      case 7 -> make.objectNode().put("resourceType", "Patient");
      default -> make.textNode("2026-02-30");
    };
  }
}
