package org.postbag.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// The text of a topic's file: read into the fields of a form, and changed by them where they
/// differ, while everything else stays as it was written.
public final class TopicText {
  private static final String KEYWORDS = "keywords";

  private final YamlEdit edit;

  private TopicText(YamlEdit edit) {
    this.edit = edit;
  }

  /// Empty when the text is no YAML that a form could show; then it is changed as a text.
  public static Optional<TopicText> of(String text) {
    String lines = text.replace("\r\n", "\n");
    TopicText read = new TopicText(new YamlEdit(lines));
    return YamlEdit.root(lines).isPresent() && read.isPlain()
        ? Optional.of(read)
        : Optional.empty();
  }

  /// A new topic's file.
  public static String fresh(TopicFields fields) {
    return new TopicText(new YamlEdit("title: " + YamlScalar.value(fields.title()) + "\n"))
        .with(fields);
  }

  /// Whether each keyword is one `- item` or `- item: weight`.
  private boolean isPlain() {
    return edit.entry(KEYWORDS)
        .map(entry ->
            switch (entry.getValueNode()) {
              case SequenceNode list -> list.getValue().stream().allMatch(TopicText::isLine);
              case ScalarNode _ -> true;
              case Node _ -> false;
            })
        .orElse(true);
  }

  private static boolean isLine(Node node) {
    return switch (node) {
      case ScalarNode _ -> true;
      case MappingNode pair when pair.getValue().size() == 1 ->
          pair.getValue().getFirst().getKeyNode() instanceof ScalarNode
              && pair.getValue().getFirst().getValueNode() instanceof ScalarNode;
      case Node _ -> false;
    };
  }

  public TopicFields fields() {
    return new TopicFields(
        edit.value("title").orElse(""),
        edit.value("reply"),
        items().stream().map(TopicText::line).toList(),
        Stream.of(TopicFields.Rule.DRAFTS_RIGHT, TopicFields.Rule.THRESHOLD)
            .flatMap(
                key -> edit.value(key).map(number -> new TopicFields.Rule(key, number)).stream())
            .findFirst());
  }

  private List<Node> items() {
    return edit.entry(KEYWORDS).map(NodeTuple::getValueNode).stream()
        .flatMap(node ->
            node instanceof SequenceNode list
                ? list.getValue().stream()
                : YamlSource.isNothing(node) ? Stream.empty() : Stream.of(node))
        .filter(node -> !YamlSource.isNothing(node))
        .toList();
  }

  private static TopicFields.Line line(Node node) {
    if (node instanceof MappingNode pair) {
      NodeTuple both = pair.getValue().getFirst();
      return new TopicFields.Line(text(both.getKeyNode()), text(both.getValueNode()));
    }
    return new TopicFields.Line(text(node), "");
  }

  private static String text(Node node) {
    return ((ScalarNode) node).getValue().strip();
  }

  /// The text with these values.
  public String with(TopicFields fields) {
    YamlEdit changed = edit.set("title", Optional.of(fields.title()), List.of());
    changed = changed.set("reply", fields.reply(), List.of("title"));
    changed = withKeywords(changed, fields.keywords());
    return withRule(changed, fields.rule()).text();
  }

  private static YamlEdit withRule(YamlEdit edit, Optional<TopicFields.Rule> rule) {
    if (rule.isEmpty()) {
      return edit.set(TopicFields.Rule.DRAFTS_RIGHT, Optional.empty(), List.of())
          .set(TopicFields.Rule.THRESHOLD, Optional.empty(), List.of());
    }
    TopicFields.Rule wanted = rule.get();
    YamlEdit renamed =
        edit.entry(wanted.key()).isPresent()
            ? edit.set(wanted.other(), Optional.empty(), List.of())
            : edit.rename(wanted.other(), wanted.key());
    return renamed.set(wanted.key(), Optional.of(wanted.number()), List.of());
  }

  private static YamlEdit withKeywords(YamlEdit edit, List<TopicFields.Line> wanted) {
    TopicText now = new TopicText(edit);
    List<TopicFields.Line> there = now.items().stream().map(TopicText::line).toList();
    if (there.equals(wanted)) {
      return edit;
    }
    Optional<NodeTuple> entry = edit.entry(KEYWORDS);
    boolean block = entry.map(NodeTuple::getValueNode).filter(TopicText::isBlockList).isPresent();
    if (entry.isPresent() && (!block || wanted.isEmpty())) {
      YamlEdit without =
          edit.withoutLines(YamlEdit.firstLine(entry.get()), YamlEdit.lastLine(entry.get()));
      return wanted.isEmpty() ? without : fresh(without, wanted);
    }
    return entry.isEmpty() ? fresh(edit, wanted) : merged(now, wanted);
  }

  private static boolean isBlockList(Node node) {
    return node instanceof SequenceNode list
        && YamlEdit.isBlock(list)
        && !list.getValue().isEmpty();
  }

  private static YamlEdit fresh(YamlEdit edit, List<TopicFields.Line> wanted) {
    String lines =
        wanted.stream().map(line -> "  - " + written(line)).collect(Collectors.joining("\n"));
    return edit.inserted(KEYWORDS + ":\n" + lines + "\n", List.of("reply", "title"));
  }

  private static String written(TopicFields.Line line) {
    String item = YamlScalar.item(line.text());
    return line.weight().isBlank() ? item : item + ": " + line.weight().strip();
  }

  /// Lines that stay are not touched; one whose weight changed keeps its comment; new ones come at
  /// the end. From the last to the first, so that the positions before a change stay right.
  private static YamlEdit merged(TopicText now, List<TopicFields.Line> wanted) {
    List<TopicFields.Line> left = new ArrayList<>(wanted);
    List<Node> items = now.items();
    List<Optional<TopicFields.Line>> kept =
        items.stream().map(item -> taken(left, line(item).text())).toList();
    YamlEdit edit = appended(now.edit, items.getLast(), left);
    for (int i = items.size() - 1; i >= 0; i--) {
      edit = withItem(edit, items.get(i), kept.get(i));
    }
    return edit;
  }

  /// Takes the first line with that text out of those that are left.
  private static Optional<TopicFields.Line> taken(List<TopicFields.Line> left, String text) {
    Optional<TopicFields.Line> same =
        left.stream().filter(line -> line.text().equals(text)).findFirst();
    same.ifPresent(left::remove);
    return same;
  }

  private static YamlEdit appended(YamlEdit edit, Node last, List<TopicFields.Line> lines) {
    if (lines.isEmpty()) {
      return edit;
    }
    // The item begins two columns behind its dash.
    String indent = " ".repeat(Math.max(0, last.getStartMark().getColumn() - 2));
    String more =
        lines.stream()
            .map(line -> indent + "- " + written(line) + "\n")
            .collect(Collectors.joining());
    return edit.inserted(more, List.of(KEYWORDS));
  }

  private static YamlEdit withItem(YamlEdit edit, Node item, Optional<TopicFields.Line> wanted) {
    if (wanted.isEmpty()) {
      return edit.withoutLines(item.getStartMark().getLine(), YamlEdit.lastLine(item));
    }
    return wanted.get().equals(line(item)) ? edit : edit.replaced(item, written(wanted.get()));
  }
}
