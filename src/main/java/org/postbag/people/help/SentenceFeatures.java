package org.postbag.people.help;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What the classifier sees of a sentence, as numbers in one table (feature hashing, Weinberger and
/// others 2009): each word, two words that stand near each other, each word beside one for the
/// writer (`I`, `my`), the kinds of its words, the small words as they were written, and the lines
/// of the file that were found.
final class SentenceFeatures {
  static final int TABLE = 1 << 19;
  private static final int NEAR = 3;
  private static final Set<String> NOT = Set.of("not", "cannot", "no");

  /// Small words that tell whose trouble it is, and whether it is over.
  private static final Set<String> SMALL =
      Set.of(
          ("was were is am are had has have been will would could can they he she it you your now"
                  + " still since yet again we i my our me us who which people some ago once then"
                  + " used")
              .split(" "));

  enum Kind {
    WORD(0),
    BESIDE_WRITER(1),
    WITHOUT_WRITER(2),
    PAIR(3),
    NEAR_PAIR(4),
    CONTEXT(5),
    WORD_KIND(6),
    KINDS_TOGETHER(7),
    NEGATED_KIND(8),
    KIND_BEFORE_WORD(9),
    KIND_BEHIND_WORD(10),
    KIND_NEAR_KIND(11),
    SMALL_WORD(12),
    LINE(13),
    LINES(14);

    /// A part of a feature's hash, so that the kinds do not share features.
    private final int salt;

    Kind(int salt) {
      this.salt = salt;
    }
  }

  private final Set<String> writer;
  private final WordKinds kinds;

  /// @param writer the terms that stand for the writer: `I`, `my`
  SentenceFeatures(Set<String> writer, WordKinds kinds) {
    this.writer = writer;
    this.kinds = kinds;
  }

  /// Those of the words.
  int[] words(HelpSentence sentence) {
    Numbers numbers = new Numbers();
    List<HelpSentence.Word> words = sentence.words();
    Kind beside = beside(sentence);
    numbers.add(beside, 0, 1);
    for (int at = 0; at < words.size(); at++) {
      String term = words.get(at).term();
      numbers.add(Kind.WORD, term.hashCode(), 0);
      numbers.add(beside, term.hashCode(), 0);
      for (int next = at + 1; next < Math.min(words.size(), at + 1 + NEAR); next++) {
        Kind pair = next == at + 1 ? Kind.PAIR : Kind.NEAR_PAIR;
        numbers.add(pair, term.hashCode(), words.get(next).term().hashCode());
        near(term, words.get(next).term(), numbers);
      }
    }
    kinds(sentence, beside, numbers);
    small(sentence, numbers);
    return numbers.all();
  }

  private void near(String first, String second, Numbers numbers) {
    long before = kinds.of(first);
    long behind = kinds.of(second);
    for (long rest = before; rest != 0; rest &= rest - 1) {
      int kind = Long.numberOfTrailingZeros(rest);
      numbers.add(Kind.KIND_BEFORE_WORD, kind, second.hashCode());
      for (long others = behind; others != 0; others &= others - 1) {
        numbers.add(Kind.KIND_NEAR_KIND, kind, Long.numberOfTrailingZeros(others));
      }
    }
    for (long rest = behind; rest != 0; rest &= rest - 1) {
      numbers.add(Kind.KIND_BEHIND_WORD, first.hashCode(), Long.numberOfTrailingZeros(rest));
    }
  }

  private void kinds(HelpSentence sentence, Kind beside, Numbers numbers) {
    long seen = 0;
    boolean negated = false;
    for (HelpSentence.Word word : sentence.words()) {
      seen |= kinds.of(word.term());
      negated |= NOT.contains(word.term());
    }
    for (long rest = seen; rest != 0; rest &= rest - 1) {
      int kind = Long.numberOfTrailingZeros(rest);
      numbers.add(Kind.WORD_KIND, kind, 0);
      numbers.add(Kind.WORD_KIND, kind, beside.salt);
      if (negated) {
        numbers.add(Kind.NEGATED_KIND, kind, 0);
      }
      for (long others = rest & (rest - 1); others != 0; others &= others - 1) {
        numbers.add(Kind.KINDS_TOGETHER, kind, Long.numberOfTrailingZeros(others));
      }
    }
  }

  /// Terms have no tense: `was` and `is` are one there, and tell apart what is over.
  private static void small(HelpSentence sentence, Numbers numbers) {
    Set<String> seen = new LinkedHashSet<>();
    for (HelpSentence.Word word : sentence.words()) {
      if (SMALL.contains(word.surface()) || word.surface().indexOf('\'') >= 0) {
        seen.add(word.surface());
      }
    }
    seen.forEach(word -> numbers.add(Kind.SMALL_WORD, word.hashCode(), 0));
  }

  /// Those of the lines that were found: one for each, for any, for more than one, and for one
  /// where something speaks against; then what speaks against.
  int[] lines(LinesFound found) {
    Numbers numbers = new Numbers();
    List<Integer> lines = found.lines();
    lines.forEach(line -> numbers.add(Kind.LINE, line, 0));
    if (!lines.isEmpty()) {
      numbers.add(Kind.LINES, 1, 0);
    }
    if (lines.size() > 1) {
      numbers.add(Kind.LINES, 2, 0);
    }
    if (!lines.isEmpty() && !found.contexts().isEmpty()) {
      numbers.add(Kind.LINES, 3, 0);
    }
    found.contexts().forEach(context -> numbers.add(Kind.CONTEXT, context, 0));
    return numbers.all();
  }

  /// The features of one word by itself.
  int[] ofWord(HelpSentence sentence, HelpSentence.Word word) {
    Numbers numbers = new Numbers();
    numbers.add(Kind.WORD, word.term().hashCode(), 0);
    numbers.add(beside(sentence), word.term().hashCode(), 0);
    for (long rest = kinds.of(word.term()); rest != 0; rest &= rest - 1) {
      numbers.add(Kind.WORD_KIND, Long.numberOfTrailingZeros(rest), 0);
    }
    return numbers.all();
  }

  private Kind beside(HelpSentence sentence) {
    boolean tells = sentence.words().stream().anyMatch(word -> writer.contains(word.term()));
    return tells ? Kind.BESIDE_WRITER : Kind.WITHOUT_WRITER;
  }

  /// A growing list of features.
  private static final class Numbers {
    private int[] numbers = new int[64];
    private int size;

    void add(Kind kind, int first, int second) {
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * size);
      }
      long hash = (first * 1_000_003L + second) * 31 + kind.salt;
      numbers[size++] = (int) ((hash * 0x9E3779B97F4A7C15L) >>> 40) & (TABLE - 1);
    }

    int[] all() {
      return Arrays.copyOf(numbers, size);
    }
  }
}
