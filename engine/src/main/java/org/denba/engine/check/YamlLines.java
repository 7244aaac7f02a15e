package org.denba.engine.check;

import java.io.StringReader;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Finds the line of a YAML file on which a key, or a case, stands. */
final class YamlLines {

  private YamlLines() {}

  /**
   * @param keys the keys from the top; the first one may be the id of a list entry
   * @return the line of the last of them that is there; 0 where none is, or the text is no YAML
   */
  static int line(String text, List<String> keys) {
    try {
      Node node =
          new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
      return line(node, keys);
    } catch (YAMLException e) {
      // said elsewhere: the file itself is a mistake
      return 0;
    }
  }

  private static int line(Node root, List<String> keys) {
    Node node = root;
    int line = 0;
    for (String key : keys) {
      NodeTuple entry = entry(node, key);
      Node item = entry == null ? item(root, key) : null;
      if (entry != null) {
        line = entry.getKeyNode().getStartMark().getLine() + 1;
        node = entry.getValueNode();
      } else if (item != null) {
        line = item.getStartMark().getLine() + 1;
        node = item;
      }
    }
    return line;
  }

  private static NodeTuple entry(Node node, String key) {
    if (!(node instanceof MappingNode map)) {
      return null;
    }
    return map.getValue().stream()
        .filter(
            entry -> entry.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key))
        .findFirst()
        .orElse(null);
  }

  /**
   * An entry of a list below the top whose {@code id} this is, or a starting point of this name.
   */
  private static Node item(Node root, String id) {
    if (!(root instanceof MappingNode map)) {
      return null;
    }
    for (NodeTuple entry : map.getValue()) {
      NodeTuple named = entry(entry.getValueNode(), id);
      if (named != null) {
        return named.getKeyNode();
      }
      if (entry.getValueNode() instanceof SequenceNode list) {
        int number = 0;
        for (Node each : list.getValue()) {
          number++;
          NodeTuple said = entry(each, "id");
          if (id.equals("case " + number)
              || said != null
                  && said.getValueNode() instanceof ScalarNode value
                  && value.getValue().equals(id)) {
            return each;
          }
        }
      }
    }
    return null;
  }
}
