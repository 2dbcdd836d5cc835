package org.postbag.classifier.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/// What becomes of each word that was met, in one language: making a stem costs more than all else
/// about a word. For one thread.
///
/// Words are numbered as they come, so that the common ones lie together in the memory, and are
/// found without making a `String` of each.
final class StemCache {
  /// What is part of no word that people read: accents that stand by themselves (UAX #15), soft
  /// hyphens and blanks of no width.
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\x{300}-\\x{36F}\\x{AD}\\x{200B}\\x{FEFF}]");

  /// Words kept; beyond them all are forgotten.
  private static final int MAX_WORDS = 20_000;

  private final Stemmer stemmer;

  /// The word's hash in the upper half, its number + 1 in the lower; 0 is free.
  private long[] table = new long[512];

  private AnalyzedWord[] words = new AnalyzedWord[256];

  /// All words as they were characters, one after the other, and where each of them ends.
  private char[] characters = new char[2048];

  private int[] ends = new int[256];
  private int size;

  StemCache(Stemmer stemmer) {
    this.stemmer = stemmer;
  }

  /// What becomes of the word in the first characters of a buffer.
  AnalyzedWord of(char[] buffer, int length) {
    int hash = hash(buffer, length);
    int slot = IntIndex.firstSlot(hash, table.length - 1);
    while (table[slot] != 0) {
      int number = (int) table[slot] - 1;
      if ((int) (table[slot] >> 32) == hash && matches(number, buffer, length)) {
        return words[number];
      }
      slot = (slot + 1) & (table.length - 1);
    }
    return add(hash, buffer, length);
  }

  private static int hash(char[] buffer, int length) {
    int hash = length;
    for (int i = 0; i < length; i++) {
      hash = hash * 31 + buffer[i];
    }
    return hash;
  }

  private boolean matches(int number, char[] buffer, int length) {
    int start = number == 0 ? 0 : ends[number - 1];
    return Arrays.equals(characters, start, ends[number], buffer, 0, length);
  }

  private AnalyzedWord add(int hash, char[] buffer, int length) {
    if (size == MAX_WORDS) {
      Arrays.fill(table, 0);
      size = 0;
    }
    int start = size == 0 ? 0 : ends[size - 1];
    if (start + length > characters.length) {
      characters = Arrays.copyOf(characters, 2 * (start + length));
    }
    if (size == words.length) {
      words = Arrays.copyOf(words, 2 * size);
      ends = Arrays.copyOf(ends, 2 * size);
    }
    System.arraycopy(buffer, 0, characters, start, length);
    ends[size] = start + length;
    words[size] = analyze(new String(buffer, 0, length));
    table[IntIndex.freeSlot(table, hash)] = ((long) hash << 32) | ++size;
    if (size * 2 > table.length) {
      table = IntIndex.grown(table);
    }
    return words[size - 1];
  }

  private AnalyzedWord analyze(String word) {
    String lower = stemmer.withoutElided(withoutPossessive(word.toLowerCase(Locale.ROOT)));
    String surface = fold(lower);
    boolean stopWord = stemmer.isStopWord(lower) || isSingleLetter(surface);
    return new AnalyzedWord(stemmer.stem(surface), surface, stopWord);
  }

  private static boolean isSingleLetter(String word) {
    return word.length() == 1 && word.charAt(0) >= 'a' && word.charAt(0) <= 'z';
  }

  private static String withoutPossessive(String word) {
    boolean possessive = word.endsWith("'s") || word.endsWith("’s");
    return possessive && word.length() > 2 ? word.substring(0, word.length() - 2) : word;
  }

  private static String fold(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) > 127) {
        return foldAll(word.toCharArray());
      }
    }
    return word;
  }

  private static String foldAll(char[] word) {
    char[] folded = new char[word.length * 4];
    int length = ASCIIFoldingFilter.foldToASCII(word, 0, folded, 0, word.length);
    return INVISIBLE.matcher(new String(folded, 0, length)).replaceAll("");
  }
}
