package org.postbag.upkeep.backup;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What stands in a backup; the last file in it, `manifest.json`.
///
/// @param head the ledger's head then, as `number:hash`
/// @param letters how many letters are kept in it
/// @param files the SHA-256 of each other file, in hex, by name
public record Manifest(Instant made, String head, long letters, Map<String, String> files) {
  static final String NAME = "manifest.json";
  private static final int FORMAT = 1;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public Manifest {
    files = Map.copyOf(files);
  }

  String toJson() {
    ObjectNode json = JSON.createObjectNode();
    json.put("format", FORMAT);
    json.put("made", made.toString());
    json.put("head", head);
    json.put("letters", letters);
    ObjectNode hashes = json.putObject("files");
    new TreeMap<>(files).forEach(hashes::put);
    return json.toPrettyString();
  }

  static Manifest of(String text) {
    JsonNode json = JSON.readTree(text);
    if (json.path("format").asInt(0) != FORMAT) {
      throw new IllegalArgumentException("the backup is of a format that this version cannot read");
    }
    Map<String, String> files = new TreeMap<>();
    json.path("files").properties().forEach(e -> files.put(e.getKey(), e.getValue().asString()));
    return new Manifest(
        Instant.parse(json.path("made").asString()),
        json.path("head").asString(),
        json.path("letters").asLong(),
        files);
  }
}
