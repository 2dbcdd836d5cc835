package org.postbag.intake.wording;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// The phrases of one section of a data file beside this class.
///
/// A phrase stands on a line of its own, below the `[name]` of its section; `#` begins a comment.
final class PhraseList {
  private static final String SENTENCE_ENDS = ".!?:;,)¶-–—>(*";

  private static final int LONGEST_SUBJECT = 40;

  private final List<Phrase> phrases;

  private PhraseList(List<Phrase> phrases) {
    this.phrases = phrases;
  }

  /// @throws IllegalArgumentException when the file has no such section
  static PhraseList of(String file, String section) {
    List<Phrase> phrases =
        text(file)
            .lines()
            .dropWhile(line -> !line.equals("[" + section + "]"))
            .skip(1)
            .takeWhile(line -> !line.matches("\\[[a-z ]+]"))
            .filter(line -> !line.isBlank() && !line.startsWith("# "))
            .map(Phrase::parse)
            .toList();
    if (phrases.isEmpty()) {
      throw new IllegalArgumentException("no section " + section + " in " + file);
    }
    return new PhraseList(phrases);
  }

  private static String text(String file) {
    try (InputStream in = PhraseList.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException damagedJar) {
      throw new UncheckedIOException(damagedJar);
    }
  }

  /// Whether `text` begins with one of them.
  boolean opens(String text) {
    return phrases.stream().anyMatch(phrase -> phrase.endAt(text, 0) != Phrase.NOWHERE);
  }

  /// Whether `text` ends with one of them.
  boolean closes(String text) {
    return phrases.stream()
        .map(phrase -> phrase.pieces().getLast())
        .anyMatch(last -> text.endsWith(last) && text.length() > last.length());
  }

  /// Whether `text` is one of them.
  boolean equal(String text) {
    return phrases.stream().anyMatch(phrase -> phrase.endAt(text, 0) == text.length());
  }

  /// The character behind the first of them that begins a sentence in `text`; -1 when none does.
  int endOfFirstSentence(String text) {
    int first = Integer.MAX_VALUE;
    int end = -1;
    for (Phrase phrase : phrases) {
      int at = sentenceWith(phrase, text);
      if (at >= 0 && at < first) {
        first = at;
        end = phrase.endAt(text, at);
      }
    }
    return end;
  }

  private static int sentenceWith(Phrase phrase, String text) {
    int at = phrase.find(text, 0);
    while (at >= 0 && !startsSentence(text, phrase.anywhere() ? subject(text, at) : at)) {
      at = phrase.find(text, at + 1);
    }
    return at;
  }

  /// Where the sentence begins whose first words the phrase leaves open: `Bob Ray no longer works
  /// here`. Whoever says `my` speaks of somebody else's absence.
  private static int subject(String text, int at) {
    int start = at - 1;
    while (start > 0 && at - start <= LONGEST_SUBJECT && !startsSentence(text, start)) {
      start--;
    }
    return text.startsWith("my ", Math.max(0, start)) ? at : Math.max(0, start);
  }

  private static boolean startsSentence(String text, int at) {
    int before = at - 1;
    while (before >= 0 && text.charAt(before) == ' ') {
      before--;
    }
    return before < 0 || SENTENCE_ENDS.indexOf(text.charAt(before)) >= 0;
  }

  /// How many of them stand in `text`, at most `most`.
  int countIn(String text, int most) {
    return (int)
        phrases.stream()
            .filter(phrase -> phrase.find(text, 0) != Phrase.NOWHERE)
            .limit(most)
            .count();
  }

  boolean anyIn(String text) {
    return countIn(text, 1) > 0;
  }

  /// How often they stand in `text`, repetitions too, at most `most` times.
  int timesIn(String text, int most) {
    int times = 0;
    for (Phrase phrase : phrases) {
      for (int at = phrase.find(text, 0); at >= 0 && times < most; times++) {
        at = phrase.find(text, at + 1);
      }
    }
    return times;
  }
}
