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
public final class YamlMap {
  private final String path;
  private final int line;
  private final YamlSource source;
  private final Map<String, Node> keys = new LinkedHashMap<>();
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Set<String> asked = new LinkedHashSet<>();
  private final Set<String> required = new LinkedHashSet<>();

  YamlMap(String path, MappingNode node, YamlSource source) {
    this.path = path;
    this.line = source.lineOf(node);
    this.source = source;
    for (NodeTuple entry : node.getValue()) {
      add(entry);
    }
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

  /// Text, or a number or date as it is written.
  public Optional<String> text(String key) {
    return read(key, "text", value -> value.isBlank() ? null : value);
  }

  /// Text that is never shown in a mistake.
  public Optional<Secret> secret(String key) {
    return text(key).map(Secret::new);
  }

  public Optional<Boolean> flag(String key) {
    return read(
        key,
        "true or false",
        value ->
            switch (value) {
              case "true", "yes", "on" -> true;
              case "false", "no", "off" -> false;
              case String other -> null;
            });
  }

  public Optional<Integer> whole(String key, int least, int most) {
    return read(
        key,
        "a whole number from " + least + " to " + most,
        value -> within(Integer.valueOf(value), least, most));
  }

  public Optional<Double> number(String key, double least, double most) {
    return read(
        key,
        "a number from " + plain(least) + " to " + plain(most),
        value -> within(Double.valueOf(value), least, most));
  }

  /// A time with its unit, as in `90s`.
  public Optional<Duration> duration(String key, Duration least, Duration most) {
    String expected =
        "a time from " + Quantities.show(least) + " to " + Quantities.show(most) + ", as in `90s`";
    return read(key, expected, value -> within(Quantities.duration(value), least, most));
  }

  /// A number of bytes with its unit, as in `25MB`.
  public Optional<Long> size(String key, long least, long most) {
    String expected = "a size from " + least + "B to " + most + "B, as in `25MB`";
    return read(key, expected, value -> within(Quantities.size(value), least, most));
  }

  public Optional<LocalDate> date(String key) {
    return read(key, "a day, as in `2026-03-31`", LocalDate::parse);
  }

  /// One of the words that `known` names, by its value.
  public <T> Optional<T> choice(String key, Map<String, T> known) {
    return read(key, "one of " + String.join(", ", known.keySet()), known::get);
  }

  /// A value of which `reader` makes something; null or an [IllegalArgumentException] refuses it, a
  /// [Misfit] with words of its own.
  public <T> Optional<T> read(String key, String expected, Function<String, @Nullable T> reader) {
    return value(key).flatMap(node -> source.read(path + key, node, expected, reader));
  }

  /// The lines below a key; empty when the key is absent.
  public Optional<YamlMap> map(String key) {
    return value(key)
        .flatMap(node -> {
          if (node instanceof MappingNode mapping) {
            return Optional.of(new YamlMap(path + key + ".", mapping, source));
          }
          source.error(
              node, YamlSource.misfit(path + key, node), "write `key: value` lines below it");
          return Optional.empty();
        });
  }

  /// A list, or a single value in place of one.
  public List<YamlItem> items(String key) {
    return value(key)
        .map(node ->
            switch (node) {
              case SequenceNode list ->
                  list.getValue().stream().flatMap(item -> YamlItem.of(item, source)).toList();
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
    asked.add(key);
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

  /// The line of a key, or of the level itself when it is absent.
  public int lineOf(String key) {
    Node node = keys.get(key);
    return node == null ? line : source.lineOf(node);
  }

  private Optional<Node> value(String key) {
    asked.add(key);
    return Optional.ofNullable(values.get(key));
  }

  private static <T extends Comparable<T>> @Nullable T within(T value, T least, T most) {
    return value.compareTo(least) >= 0 && value.compareTo(most) <= 0 ? value : null;
  }

  private static String plain(double number) {
    return new java.math.BigDecimal(number).stripTrailingZeros().toPlainString();
  }
}
