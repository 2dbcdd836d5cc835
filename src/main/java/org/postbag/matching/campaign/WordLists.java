package org.postbag.matching.campaign;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// The room's word lists, as hashes of words: `#` begins a comment.
final class WordLists {
  static final Set<Integer> FUNCTION_WORDS = set("function-words.txt");
  static final Set<Integer> COURTESY = set("courtesy.txt");

  private WordLists() {}

  private static Set<Integer> set(String file) {
    return lines(file).stream().flatMap(List::stream).map(Words::hash).collect(Collectors.toSet());
  }

  /// The words of each line.
  static List<List<String>> lines(String file) {
    try (InputStream in = WordLists.class.getResourceAsStream(file)) {
      String all =
          new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
      return all.lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> Arrays.asList(line.strip().split("\\s+")))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
