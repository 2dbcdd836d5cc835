package org.postbag.catalog;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// What a reader expects of a key's value, in the words of JSON Schema (draft 2020-12).
///
/// @param type such as `string`; `list` for one value or a list of them
/// @param limits further keywords, such as `minimum`
/// @param expected what a mistake would tell people to write; empty when the type says it
/// @param secret whether the value is never shown
public record KeyShape(String type, Map<String, Object> limits, String expected, boolean secret) {
  /// The type of a level with keys of its own.
  public static final String OBJECT = "object";

  /// One value, or a list of them.
  public static final String LIST = "list";

  private static final String STRING = "string";

  public KeyShape {
    limits = Map.copyOf(limits);
  }

  private static KeyShape of(String type, Map<String, Object> limits) {
    return new KeyShape(type, limits, "", false);
  }

  static KeyShape level() {
    return of(OBJECT, Map.of());
  }

  static KeyShape list() {
    return of(LIST, Map.of());
  }

  static KeyShape text(String expected) {
    return new KeyShape(STRING, Map.of(), expected, false);
  }

  static KeyShape hidden() {
    return new KeyShape(STRING, Map.of(), "", true);
  }

  static KeyShape flag() {
    return of("boolean", Map.of());
  }

  static KeyShape whole(int least, int most) {
    return of("integer", Map.of("minimum", least, "maximum", most));
  }

  static KeyShape share() {
    return of("number", Map.of("minimum", 0, "maximum", 1));
  }

  static KeyShape date() {
    return of(STRING, Map.of("format", "date"));
  }

  static KeyShape duration(Duration least, Duration most) {
    return new KeyShape(
        STRING,
        Map.of("pattern", "^\\d{1,9} ?(ms|s|m|min|h|d)$"),
        "a time from " + Quantities.show(least) + " to " + Quantities.show(most),
        false);
  }

  static KeyShape size() {
    return of(STRING, Map.of("pattern", "^\\d{1,9} ?(B|kB|KB|MB|GB)$"));
  }

  static KeyShape choice(Collection<String> words) {
    return of(STRING, Map.of("enum", List.copyOf(new TreeSet<>(words))));
  }

  /// As a schema of its own.
  ///
  /// @param variables whether `${NAME}` may stand in place of any value
  public Map<String, Object> toSchema(boolean variables) {
    Map<String, Object> schema = new LinkedHashMap<>();
    if (!expected.isEmpty()) {
      schema.put("description", expected);
    }
    if (type.equals(LIST)) {
      schema.put("type", List.of("array", STRING, "number", "boolean"));
    } else if (variables && !(type.equals(STRING) && limits.isEmpty()) && !type.equals(OBJECT)) {
      Map<String, Object> value = new LinkedHashMap<>(Map.of("type", type));
      value.putAll(limits);
      schema.put("anyOf", List.of(value, Map.of("type", STRING, "pattern", "\\$\\{")));
    } else {
      schema.put("type", type.equals(STRING) ? List.of(STRING, "number", "boolean") : type);
      schema.putAll(limits);
    }
    return schema;
  }
}
