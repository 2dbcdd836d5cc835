package org.postbag.catalog;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// Changes single values in the text of a YAML document, by the positions of its nodes: comments,
/// order, quotes and blank lines elsewhere stay byte for byte, which no dumper of YAML promises.
final class YamlEdit {
  private final String text;

  /// @param text a document that can be read; lines end with `\n`
  YamlEdit(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  /// The document's mapping; empty when it has none or cannot be read.
  static Optional<MappingNode> root(String text) {
    try {
      return new Yaml(new LoaderOptions()).compose(new StringReader(text))
              instanceof MappingNode mapping
          ? Optional.of(mapping)
          : Optional.empty();
    } catch (YAMLException unreadable) {
      return Optional.empty();
    }
  }

  /// The value of a key of the first level, as a single value.
  Optional<String> value(String key) {
    return entry(key)
        .map(NodeTuple::getValueNode)
        .filter(node -> node instanceof ScalarNode && !YamlSource.isNothing(node))
        .map(node -> ((ScalarNode) node).getValue());
  }

  Optional<NodeTuple> entry(String key) {
    return root(text).stream()
        .flatMap(mapping -> mapping.getValue().stream())
        .filter(
            entry -> entry.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key))
        .findFirst();
  }

  /// The document with another value of that key; without the key when there is no value.
  ///
  /// @param behind keys; a new key follows the first of them that is there
  YamlEdit set(String key, Optional<String> value, List<String> behind) {
    Optional<NodeTuple> entry = entry(key);
    if (value(key).equals(value)) {
      return this;
    }
    if (entry.isEmpty()) {
      return value
          .map(given -> inserted(key + ": " + YamlScalar.value(given) + "\n", behind))
          .orElse(this);
    }
    return value
        .map(given -> replaced(entry.get().getValueNode(), YamlScalar.value(given)))
        .orElseGet(() -> withoutLines(firstLine(entry.get()), lastLine(entry.get())));
  }

  /// The same value under another key, where it stands.
  YamlEdit rename(String key, String other) {
    return entry(key).map(entry -> replaced(entry.getKeyNode(), other)).orElse(this);
  }

  /// The document with these lines behind the first of those keys that is there; else at its end.
  YamlEdit inserted(String lines, List<String> behind) {
    int line =
        behind.stream()
            .flatMap(key -> entry(key).stream())
            .mapToInt(YamlEdit::lastLine)
            .findFirst()
            .orElse(-1);
    int at = line < 0 ? text.length() : endOfLine(line);
    String before = text.substring(0, at);
    String gap = before.isEmpty() || before.endsWith("\n") ? "" : "\n";
    return new YamlEdit(before + gap + lines + text.substring(at));
  }

  /// The document with other text in the place of a node.
  YamlEdit replaced(Node node, String by) {
    int from = offset(node.getStartMark());
    int to = endOf(node);
    String gap = from == to && from > 0 && text.charAt(from - 1) == ':' ? " " : "";
    String end = to > from && text.charAt(to - 1) == '\n' ? "\n" : "";
    return new YamlEdit(text.substring(0, from) + gap + by + end + text.substring(to));
  }

  /// The document without some of its lines.
  YamlEdit withoutLines(int first, int last) {
    return new YamlEdit(
        text.substring(0, first == 0 ? 0 : endOfLine(first - 1)) + text.substring(endOfLine(last)));
  }

  static int firstLine(NodeTuple entry) {
    return entry.getKeyNode().getStartMark().getLine();
  }

  /// The last line that belongs to a value. The end of a block is where the next token begins, so
  /// that its last part is asked.
  static int lastLine(NodeTuple entry) {
    return lastLine(entry.getValueNode());
  }

  static int lastLine(Node node) {
    Node last = lastPart(node);
    Mark end = last.getEndMark();
    boolean atLineStart = end.getColumn() == 0 && end.getLine() > last.getStartMark().getLine();
    return atLineStart ? end.getLine() - 1 : end.getLine();
  }

  private int endOf(Node node) {
    return offset(lastPart(node).getEndMark());
  }

  private static Node lastPart(Node node) {
    return switch (node) {
      case MappingNode map when isBlock(map) && !map.getValue().isEmpty() ->
          lastPart(map.getValue().getLast().getValueNode());
      case SequenceNode list when isBlock(list) && !list.getValue().isEmpty() ->
          lastPart(list.getValue().getLast());
      case Node other -> other;
    };
  }

  static boolean isBlock(CollectionNode<?> node) {
    return node.getFlowStyle() == DumperOptions.FlowStyle.BLOCK;
  }

  /// A mark counts code points.
  private int offset(Mark mark) {
    return text.offsetByCodePoints(
        0, Math.min(mark.getIndex(), text.codePointCount(0, text.length())));
  }

  /// Where the next line begins, or the text's end.
  private int endOfLine(int line) {
    int at = 0;
    for (int i = 0; i <= line; i++) {
      int next = text.indexOf('\n', at);
      if (next < 0) {
        return text.length();
      }
      at = next + 1;
    }
    return at;
  }
}
