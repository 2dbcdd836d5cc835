package org.postbag.matching.campaign;

import java.util.Arrays;

/// The words of a text with their places: letters, digits and `£`, with apostrophes inside a word.
///
/// A word is kept as the hash of its lower-case form, so that a long letter needs few objects.
final class Words {
  private static final int FNV_PRIME = 0x01000193;
  private static final int FNV_BASIS = 0x811C9DC5;
  private static final char TYPOGRAPHIC_APOSTROPHE = '’';

  private final int[] hashes;
  private final int[] starts;
  private final int[] ends;
  private final int size;

  private Words(int[] hashes, int[] starts, int[] ends, int size) {
    this.hashes = hashes;
    this.starts = starts;
    this.ends = ends;
    this.size = size;
  }

  int[] hashes() {
    return hashes;
  }

  int[] starts() {
    return starts;
  }

  int[] ends() {
    return ends;
  }

  int size() {
    return size;
  }

  static Words of(String text) {
    int[] hashes = new int[16 + text.length() / 4];
    int[] starts = new int[hashes.length];
    int[] ends = new int[hashes.length];
    int size = 0;
    int at = 0;
    while (at < text.length()) {
      if (!isWordCharacter(text.charAt(at))) {
        at++;
        continue;
      }
      int end = end(text, at);
      if (size == hashes.length) {
        hashes = Arrays.copyOf(hashes, 2 * size);
        starts = Arrays.copyOf(starts, 2 * size);
        ends = Arrays.copyOf(ends, 2 * size);
      }
      hashes[size] = isContractedNot(text, at, end) ? CONTRACTED_NOT : hash(text, at, end);
      starts[size] = at;
      ends[size++] = end;
      at = end;
    }
    return new Words(hashes, starts, ends, size);
  }

  static int hash(String word) {
    return hash(word, 0, word.length());
  }

  private static int hash(String text, int start, int end) {
    int hash = FNV_BASIS;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      hash = (hash ^ (c == TYPOGRAPHIC_APOSTROPHE ? '\'' : Character.toLowerCase(c))) * FNV_PRIME;
    }
    return hash;
  }

  /// A contracted "not" has one hash, whatever stands before it and however that is spelt: `don't`,
  /// `did't`, `ca'nt`.
  static final int CONTRACTED_NOT = hash("n't");

  private static boolean isContractedNot(String text, int start, int end) {
    int at = end - 2;
    if (at > start && Character.toLowerCase(text.charAt(at)) == 'n') {
      at--;
    }
    return at > start
        && Character.toLowerCase(text.charAt(end - 1)) == 't'
        && (text.charAt(at) == '\'' || text.charAt(at) == TYPOGRAPHIC_APOSTROPHE);
  }

  private static int end(String text, int start) {
    int at = start + 1;
    while (at < text.length()
        && (isWordCharacter(text.charAt(at)) || isInnerApostrophe(text, at))) {
      at++;
    }
    return at;
  }

  private static boolean isInnerApostrophe(String text, int at) {
    char c = text.charAt(at);
    return (c == '\'' || c == TYPOGRAPHIC_APOSTROPHE)
        && at + 1 < text.length()
        && Character.isLetter(text.charAt(at + 1));
  }

  private static boolean isWordCharacter(char c) {
    return Character.isLetterOrDigit(c) || c == '£';
  }

  /// The hashes of the runs of [Runs#LENGTH] words from one word to another, in their order.
  int[] runs(int from, int to) {
    int[] runs = new int[Math.max(0, to - from - Runs.LENGTH + 1)];
    for (int i = 0; i < runs.length; i++) {
      runs[i] = Runs.hash(hashes, from + i);
    }
    return runs;
  }

  int[] between(int from, int to) {
    return Arrays.copyOfRange(hashes, from, to);
  }
}
