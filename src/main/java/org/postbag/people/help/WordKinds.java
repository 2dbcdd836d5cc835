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
import java.util.function.Function;
import org.postbag.classifier.text.Token;
import org.postbag.classifier.text.Tokenizer;

/// Which kinds of things a word is of: `nan` is a parent, `mould` is about the home. The examples
/// are too few to tell of each word by itself what it stands for. English alone has such a list.
final class WordKinds {
  private static final int MOST = Long.SIZE;

  private final Map<String, Long> kinds = new HashMap<>();

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
      int number = 0;
      for (String line : lines.lines().filter(text -> !text.startsWith("#")).toList()) {
        add(number++, line.substring(line.indexOf(':') + 1), terms);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the shipped kinds of words cannot be read", e);
    }
  }

  private void add(int number, String words, Function<Token, String> terms) {
    if (number >= MOST) {
      throw new IllegalStateException("more kinds of words than bits in a long");
    }
    for (Token word : Tokenizer.of(words, Wording.ENGLISH)) {
      kinds.merge(terms.apply(word), 1L << number, (a, b) -> a | b);
    }
  }

  /// The kinds of a term, each a bit; 0 for most.
  long of(String term) {
    return kinds.getOrDefault(term, 0L);
  }
}
