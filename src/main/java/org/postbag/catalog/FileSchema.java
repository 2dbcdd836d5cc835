package org.postbag.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// A JSON Schema (draft 2020-12) of a configuration file, made from what its reader asks for.
///
/// In a path, `*` stands for names that the office gives.
public final class FileSchema {
  private static final String ANY = "*";

  private final boolean variables;
  private final Map<String, Object> root = level();

  private FileSchema(boolean variables) {
    this.variables = variables;
  }

  /// The schema of a file in which these keys are asked for.
  ///
  /// @param variables whether `${NAME}` has a meaning there
  public static Map<String, Object> of(
      String title, List<KeyShapes.Asked> keys, boolean variables) {
    FileSchema schema = new FileSchema(variables);
    keys.forEach(schema::add);
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    all.put("title", title);
    all.putAll(schema.root);
    return all;
  }

  /// The schema of `topics/NAME.yaml`.
  public static Map<String, Object> ofTopics() {
    String all = "title: x\nkeywords: [y]\nstances: {\"*\": {title: x, examples: [y]}}\n";
    return of(
        "A topic of Postbag",
        KeyShapes.of(() ->
            new TopicReader(new TopicId("x"), _ -> Set.of(), new Mistakes("x"))
                .read(all, Optional.empty())),
        false);
  }

  private static Map<String, Object> level() {
    Map<String, Object> level = new LinkedHashMap<>();
    // A level whose lines are all comments is nothing, to YAML.
    level.put("type", List.of(KeyShape.OBJECT, "null"));
    level.put("properties", new LinkedHashMap<String, Object>());
    level.put("additionalProperties", false);
    return level;
  }

  private void add(KeyShapes.Asked key) {
    List<String> steps = new ArrayList<>(List.of(key.path().split("\\.", -1)));
    String last = steps.removeLast();
    Map<String, Object> at = root;
    for (String step : steps) {
      at = below(at, step);
    }
    put(
        at,
        last,
        key.shape().type().equals(KeyShape.OBJECT) ? level() : key.shape().toSchema(variables));
  }

  private static void put(Map<String, Object> level, String key, Map<String, Object> schema) {
    if (key.equals(ANY)) {
      level.put("additionalProperties", schema);
    } else {
      children(level).put(key, schema);
    }
  }

  @SuppressWarnings("unchecked") // only this class puts anything there
  private static Map<String, Object> below(Map<String, Object> level, String step) {
    return (Map<String, Object>)
        Objects.requireNonNull(
            step.equals(ANY) ? level.get("additionalProperties") : children(level).get(step));
  }

  @SuppressWarnings("unchecked") // as above
  private static Map<String, Object> children(Map<String, Object> level) {
    return (Map<String, Object>) Objects.requireNonNull(level.get("properties"));
  }
}
