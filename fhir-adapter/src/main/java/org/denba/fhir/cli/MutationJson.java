package org.denba.fhir.cli;

import java.util.List;
import org.denba.engine.mutation.MutationScore;
import org.denba.engine.mutation.PartScore;
import org.denba.engine.mutation.Verdict;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Mutation scores for programs: the numbers of each part, the changes that were not noticed. */
final class MutationJson {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private MutationJson() {}

  static String json(List<MutationScore> scores) {
    ObjectNode root = MAPPER.createObjectNode();
    ArrayNode protocols = root.putArray("protocols");
    for (MutationScore score : scores) {
      ObjectNode protocol = protocols.addObject();
      numbers(protocol.put("protocol", score.protocol()), score.total());
      if (!score.digest().isEmpty()) {
        protocol.put("digest", score.digest());
      }
      ArrayNode parts = protocol.putArray("parts");
      score.parts().forEach(part -> numbers(parts.addObject().put("part", part.part()), part));
      verdicts(protocol.putArray("survivors"), score.survivors(), "case");
      verdicts(protocol.putArray("equivalents"), score.equivalents(), "reason");
      verdicts(protocol.putArray("argued"), score.argued(), "reason");
    }
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }

  private static void numbers(ObjectNode node, PartScore score) {
    node.put("mutants", score.mutants());
    node.put("refused", score.refused());
    node.put("killed", score.killed());
    node.put("equivalent", score.equivalent());
    node.put("argued", score.argued());
    node.put("survived", score.survived());
    node.put("percent", score.percent());
  }

  private static void verdicts(ArrayNode list, List<Verdict> verdicts, String why) {
    for (Verdict verdict : verdicts) {
      ObjectNode node = list.addObject();
      node.put("part", verdict.mutant().part());
      node.put("file", verdict.mutant().file());
      node.put("row", verdict.mutant().row());
      node.put("place", verdict.mutant().place());
      node.put("change", verdict.mutant().change());
      if (!verdict.by().isEmpty()) {
        node.put(why, verdict.by());
      }
    }
  }
}
