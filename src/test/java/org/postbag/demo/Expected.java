package org.postbag.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Where a letter of the sample mailbox ends: a line of `sample-mailbox-expected.tsv`.
///
/// @param state `waiting`, `needsPerson`, `setAside` or `any`
/// @param topics whose reply it may get
public record Expected(String state, List<String> topics) {
  public static Map<String, Expected> all() {
    try (InputStream file = Expected.class.getResourceAsStream("/sample-mailbox-expected.tsv")) {
      return read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Expected> read(@Nullable InputStream file) throws IOException {
    Map<String, Expected> all = new TreeMap<>();
    byte[] bytes = file == null ? new byte[0] : file.readAllBytes();
    for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n", -1)) {
      String[] columns = line.split("\t", -1);
      if (columns.length == 4) {
        all.put(columns[0], new Expected(columns[1], List.of(columns[2].split("\\|", -1))));
      }
    }
    return all;
  }

  /// Whether a letter may end in `actual`, with a draft for `topic` if it waits.
  boolean allows(String actual, String topic) {
    if (actual.equals("waiting")) {
      return (state.equals("waiting") || state.equals("any")) && topics.contains(topic);
    }
    boolean unsure = actual.equals("needsPerson") && !state.equals("setAside");
    return unsure || actual.equals(state);
  }
}
