package org.postbag.catalog;

import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// Writes a text as a scalar of YAML: plain where YAML reads exactly that text back, else in double
/// quotes.
final class YamlScalar {
  private YamlScalar() {}

  /// Behind `key: `.
  static String value(String text) {
    return isReadBack("k: " + text + "\n", text) ? text : quoted(text);
  }

  /// Behind `- `, also before `: weight`. A phrase stands in quotes, as staff write it.
  static String item(String text) {
    boolean phrase = text.contains(" ") && !text.startsWith("-") && !text.contains("\"");
    return !phrase
            && isReadBack("- " + text + "\n", text)
            && isReadBack("- " + text + ": 2\n", text)
        ? text
        : quoted(text);
  }

  private static boolean isReadBack(String yaml, String text) {
    try {
      Node node = new org.yaml.snakeyaml.Yaml().compose(new java.io.StringReader(yaml));
      return text.equals(text.strip()) && node != null && text.equals(scalarOf(node));
    } catch (org.yaml.snakeyaml.error.YAMLException unreadable) {
      return false;
    }
  }

  /// What was read: of `k: text` the value, of `- text` the item, of `- text: 2` the key.
  private static String scalarOf(Node node) {
    return switch (node) {
      case MappingNode map when map.getValue().getFirst().getKeyNode() instanceof ScalarNode key ->
          key.getValue().equals("k")
              ? scalarOf(map.getValue().getFirst().getValueNode())
              : key.getValue();
      case SequenceNode list when list.getValue().size() == 1 ->
          scalarOf(list.getValue().getFirst());
      case ScalarNode scalar when !YamlSource.isNothing(scalar) -> scalar.getValue();
      case Node _ -> "";
    };
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.chars()
        .forEach(c -> {
          switch (c) {
            case '"' -> quoted.append("\\\"");
            case '\\' -> quoted.append("\\\\");
            case '\n' -> quoted.append("\\n");
            case '\t' -> quoted.append("\\t");
            case '\r' -> quoted.append("\\r");
            default -> quoted.append((char) c);
          }
        });
    return quoted.append('"').toString();
  }
}
