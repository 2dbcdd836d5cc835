package org.postbag.people.help;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.postbag.classifier.text.Token;
import org.postbag.classifier.text.Tokenizer;

/// Which kinds of things a word is of: `nan` is a parent, `mould` is about the home. The examples are
/// too few to tell of each word by itself what it stands for. English alone has such a list.
final class WordKinds {
  private final Map<String, Set<String>> kinds = new HashMap<>();

  private WordKinds() {}

  /// @param terms the term that stands for a word
  static WordKinds in(String language, Function<Token, String> terms) {
    WordKinds read = new WordKinds();
    if (language.equals(Wording.ENGLISH)) {
      read.readFile(terms);
    }
    return read;
  }

  private void readFile(Function<Token, String> terms) {
    try (InputStream in =
            Objects.requireNonNull(WordKinds.class.getResourceAsStream("word-kinds.txt"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(":", 2))
          .forEach(line -> add(line[0], line[1], terms));
    } catch (IOException e) {
      throw new UncheckedIOException("the shipped kinds of words cannot be read", e);
    }
  }

  private void add(String kind, String words, Function<Token, String> terms) {
    for (Token word : Tokenizer.of(words, Wording.ENGLISH)) {
      kinds.computeIfAbsent(terms.apply(word), _ -> new TreeSet<>()).add(kind);
    }
  }

  /// The kinds of a term; none for most.
  Set<String> of(String term) {
    return kinds.getOrDefault(term, Set.of());
  }
}
