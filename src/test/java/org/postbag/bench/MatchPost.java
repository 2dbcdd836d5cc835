package org.postbag.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.postbag.classifier.text.Passage;
import org.postbag.matching.Example;
import org.postbag.search.FilledIndex;
import org.postbag.search.IndexedLetter;

/// The letters of one line of [MatchBench]: those that people decided, and those to be matched. The
/// same figures give the same letters, in this process and in the measured one.
///
/// @param topics how many there are
/// @param decided how many letters people decided
/// @param words of a letter to be matched; 0: 750 characters
record MatchPost(int topics, int decided, int words) {
  private static final int CHARACTERS = 750;
  private static final int TO_MATCH = 500;

  /// The last of the decided letters with their numbers, the oldest first; they have 750
  /// characters. Only they are kept: thousands of letters would take the memory that is measured.
  List<Example> newestDecided(int most) {
    MatchLetters letters = new MatchLetters(7);
    Deque<Example> newest = new ArrayDeque<>();
    for (int i = 0; i < decided; i++) {
      Passage letter = letters.ofCharacters(i % topics, CHARACTERS);
      newest.add(
          new Example(Optional.of(MatchLetters.id(i % topics)), letter, OptionalLong.of(i + 1L)));
      if (newest.size() > most) {
        newest.remove();
      }
    }
    return List.copyOf(newest);
  }

  /// Letters on topics by chance, none of them among the decided ones.
  List<Example> lettersToMatch() {
    MatchLetters letters = new MatchLetters(8);
    Random chance = new Random(9);
    List<Example> all = new ArrayList<>();
    for (int i = 0; i < TO_MATCH; i++) {
      int topic = chance.nextInt(topics);
      Passage letter =
          words == 0 ? letters.ofCharacters(topic, CHARACTERS) : letters.ofWords(topic, words);
      all.add(new Example(Optional.of(MatchLetters.id(topic)), letter));
    }
    return all;
  }

  /// Puts the decided letters into an index.
  void index(Path folder) throws IOException {
    FilledIndex.fill(
        folder,
        newestDecided(decided).stream()
            .map(e -> new IndexedLetter(e.number().orElseThrow(), "", e.letter(), e.topic()))
            .toList());
  }

  @Override
  public String toString() {
    return topics + "/" + decided + "/" + words;
  }

  static MatchPost of(String written) {
    String[] parts = written.split("/", -1);
    return new MatchPost(
        Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
  }
}
