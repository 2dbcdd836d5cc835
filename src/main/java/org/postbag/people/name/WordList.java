package org.postbag.people.name;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A list of words beside this class; `#` begins a comment. Kept as sorted hashes of 64 bits, an
/// eighth of the memory of a set of strings: a hundred thousand words take less than a megabyte.
final class WordList {
  private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private final long[] hashes;

  private WordList(Stream<String> words) {
    this.hashes = words.mapToLong(WordList::hash).sorted().distinct().toArray();
  }

  /// The words of these files, separated by blanks.
  static WordList in(String... files) {
    return new WordList(
        Arrays.stream(files)
            .flatMap(file -> lines(file).stream())
            .flatMap(BLANKS::splitAsStream)
            .map(WordList::plain));
  }

  /// The lines of a file without comments and blank ones.
  static List<String> lines(String file) {
    try (InputStream in = WordList.class.getResourceAsStream(file)) {
      byte[] bytes = Objects.requireNonNull(in, file).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(String::strip)
          .toList();
    } catch (IOException damagedJar) {
      throw new UncheckedIOException(damagedJar);
    }
  }

  /// @param plain a word as [#plain] makes it
  boolean has(String plain) {
    return Arrays.binarySearch(hashes, hash(plain)) >= 0;
  }

  /// In small letters, without accents, with straight apostrophes.
  static String plain(String word) {
    String small = word.toLowerCase(Locale.ROOT).replace('’', '\'');
    boolean ascii = small.chars().allMatch(c -> c < 0x80);
    return ascii
        ? small
        : MARKS.matcher(Normalizer.normalize(small, Normalizer.Form.NFD)).replaceAll("");
  }

  /// FNV-1a, 64 bits.
  private static long hash(String word) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < word.length(); i++) {
      hash = (hash ^ word.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }
}
