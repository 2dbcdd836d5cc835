package org.postbag.catalog;

import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/// One line of a list: `- text`, or `- text: value`.
///
/// @param line in the file, from 1
public record YamlItem(String text, Optional<String> value, int line) {
  static Stream<YamlItem> of(Node node, YamlSource source) {
    return switch (node) {
      case ScalarNode text when !text.getValue().isBlank() ->
          Stream.of(item(text, Optional.empty(), source));
      case ScalarNode blank when source.isComment(blank) -> {
        source.error(blank, "a value begins with `#`", "put it in quotes");
        yield Stream.empty();
      }
      case ScalarNode blank when source.repaired() -> Stream.empty();
      case MappingNode pair when pair.getValue().size() == 1 -> pair(pair, source);
      case Node other -> {
        source.error(other, "is not one item", "write one `- item` a line");
        yield Stream.empty();
      }
    };
  }

  private static Stream<YamlItem> pair(MappingNode pair, YamlSource source) {
    Node key = pair.getValue().getFirst().getKeyNode();
    Node value = pair.getValue().getFirst().getValueNode();
    if (key instanceof ScalarNode text && value instanceof ScalarNode weight) {
      return Stream.of(item(text, Optional.of(weight.getValue()), source));
    }
    source.error(pair, "is not `- item: value`", "write one item and one value a line");
    return Stream.empty();
  }

  private static YamlItem item(ScalarNode text, Optional<String> value, YamlSource source) {
    return new YamlItem(text.getValue().strip(), value, source.lineOf(text));
  }
}
