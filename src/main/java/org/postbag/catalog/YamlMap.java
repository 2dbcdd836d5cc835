package org.postbag.catalog;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// The `key: value` lines of one level of a [YamlFile], read by the type that the reader expects.
///
/// What does not fit is noted with its line and left empty: the reader goes on and finds the next
/// mistake. Every key that was asked for is known; [#checkKeys] notes the others.
public final class YamlMap implements Scalars {
  private final String path;
  private final int line;
  private final YamlSource source;
  private final Map<String, Node> keys = new LinkedHashMap<>();
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Set<String> asked = new LinkedHashSet<>();
  private final Set<String> required = new LinkedHashSet<>();

  YamlMap(String path, MappingNode node, YamlSource source) {
    this(path, source.lineOf(node), source);
    for (NodeTuple entry : node.getValue()) {
      add(entry);
    }
  }

  private YamlMap(String path, int line, YamlSource source) {
    this.path = path;
    this.line = line;
    this.source = source;
  }

  private void add(NodeTuple entry) {
    if (!(entry.getKeyNode() instanceof ScalarNode key)) {
      source.error(entry.getKeyNode(), "a key must be one word", "write `key: value`");
    } else if (values.containsKey(key.getValue())) {
      int first = source.lineOf(java.util.Objects.requireNonNull(keys.get(key.getValue())));
      source.error(
          key, "`" + key.getValue() + "` stands twice, first in line " + first, "remove one");
    } else {
      keys.put(key.getValue(), key);
      values.put(key.getValue(), entry.getValueNode());
    }
  }

  /// A value of which `reader` makes something; null or an [IllegalArgumentException] refuses it, a
  /// [Misfit] with words of its own.
  @Override
  public <T> Optional<T> read(String key, String expected, Function<String, @Nullable T> reader) {
    shape(key, KeyShape.text(expected));
    return value(key).flatMap(node -> source.read(path + key, node, expected, reader));
  }

  @Override
  public Optional<String> text(String key) {
    shape(key, KeyShape.text(""));
    return Scalars.super.text(key);
  }

  @Override
  public Optional<Secret> secret(String key) {
    shape(key, KeyShape.hidden());
    return Scalars.super.secret(key);
  }

  @Override
  public Optional<Boolean> flag(String key) {
    shape(key, KeyShape.flag());
    return Scalars.super.flag(key);
  }

  @Override
  public Optional<Integer> whole(String key, int least, int most) {
    shape(key, KeyShape.whole(least, most));
    return Scalars.super.whole(key, least, most);
  }

  @Override
  public Optional<Double> share(String key) {
    shape(key, KeyShape.share());
    return Scalars.super.share(key);
  }

  @Override
  public Optional<Duration> duration(String key, Duration least, Duration most) {
    shape(key, KeyShape.duration(least, most));
    return Scalars.super.duration(key, least, most);
  }

  @Override
  public Optional<Long> size(String key, long least, long most) {
    shape(key, KeyShape.size());
    return Scalars.super.size(key, least, most);
  }

  @Override
  public Optional<LocalDate> date(String key) {
    shape(key, KeyShape.date());
    return Scalars.super.date(key);
  }

  @Override
  public <T> Optional<T> choice(String key, Map<String, T> known) {
    shape(key, KeyShape.choice(known.keySet()));
    return Scalars.super.choice(key, known);
  }

  private void shape(String key, KeyShape shape) {
    Optional<String> written =
        values.get(key) instanceof ScalarNode one ? Optional.of(one.getValue()) : Optional.empty();
    Node at = keys.get(key);
    KeyShapes.note(
        new KeyShapes.Asked(path + key, shape, at == null ? 0 : source.lineOf(at), written));
  }

  /// The lines below a key; empty when the key is absent.
  public Optional<YamlMap> map(String key) {
    shape(key, KeyShape.level());
    return value(key)
        .flatMap(node -> {
          if (node instanceof MappingNode mapping) {
            return Optional.of(new YamlMap(path + key + ".", mapping, source));
          }
          if (YamlSource.isNothing(node)) {
            return Optional.of(new YamlMap(path + key + ".", source.lineOf(node), source));
          }
          source.error(
              node, YamlSource.misfit(path + key, node), "write `key: value` lines below it");
          return Optional.empty();
        });
  }

  /// The lines below a key; when it is absent, a level without lines.
  public YamlMap group(String key) {
    return map(key).orElseGet(() -> new YamlMap(path + key + ".", lineOf(key), source));
  }

  /// A list, or a single value in place of one.
  public List<YamlItem> items(String key) {
    shape(key, KeyShape.list());
    return value(key)
        .map(node ->
            switch (node) {
              case SequenceNode list ->
                  list.getValue().stream().flatMap(item -> YamlItem.of(item, source)).toList();
              case ScalarNode one when one.getValue().matches("(?s)-\\S.*") -> {
                source.error(
                    one, "a dash without a blank begins no line of a list", "write `- item`");
                yield List.<YamlItem>of();
              }
              case ScalarNode one -> YamlItem.of(one, source).toList();
              case Node other -> {
                source.error(
                    other,
                    YamlSource.misfit(path + key, other),
                    "begin each of its lines with `- `");
                yield List.<YamlItem>of();
              }
            })
        .orElse(List.of());
  }

  /// Says that a key must be there; [#checkKeys] notes it when it is not.
  public void require(String key) {
    know(key);
    required.add(key);
  }

  /// Notes every key that nobody asked for, and every required one that is missing, unless a
  /// mistyped key or a line that was not understood is likely to be it.
  public void checkKeys() {
    Set<String> missing = new LinkedHashSet<>(required);
    missing.removeAll(values.keySet());
    keys.forEach((key, node) -> {
      if (!asked.contains(key)) {
        source.error(node, "unknown key `" + path + key + "`", Nearest.mend(key, asked));
        Nearest.to(key, asked).ifPresent(missing::remove);
      }
    });
    if (!source.repaired()) {
      missing.forEach(key ->
          source.mistakes().error(line, "`" + path + key + "` is missing", "add `" + key + ": …`"));
    }
  }

  public Set<String> keys() {
    return keys.keySet();
  }

  public boolean has(String key) {
    return keys.containsKey(key);
  }

  /// Whether lines `key: value` stand below a key.
  public boolean isMap(String key) {
    return values.get(key) instanceof MappingNode;
  }

  /// The line of a key, or of the level itself when it is absent.
  public int lineOf(String key) {
    Node node = keys.get(key);
    return node == null ? line : source.lineOf(node);
  }

  /// Whether the value is written out here, not taken from a variable.
  public boolean isLiteral(String key) {
    return values.get(key) instanceof ScalarNode node && !node.getValue().contains("${");
  }

  /// The paths of all keys of the document that were asked for, as in `a.b`.
  public Set<String> known() {
    return Set.copyOf(source.asked());
  }

  private void know(String key) {
    asked.add(key);
    source.asked().add(path + key);
  }

  private Optional<Node> value(String key) {
    know(key);
    return Optional.ofNullable(values.get(key));
  }
}
