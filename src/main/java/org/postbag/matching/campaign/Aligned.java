package org.postbag.matching.campaign;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Two letters sentence by sentence.
final class Aligned {
  private final LetterText one;
  private final LetterText other;
  private final @Nullable Cluster oneGroup;
  private final Cluster otherGroup;
  private final List<Sentence> ones;
  private final List<Sentence> others;

  /// @param oneGroup the group that the one is of, if any: what its other members say counts as
  ///   well
  Aligned(LetterText one, @Nullable Cluster oneGroup, LetterText other, Cluster otherGroup) {
    this.one = one;
    this.other = other;
    this.oneGroup = oneGroup;
    this.otherGroup = otherGroup;
    this.ones = one.body();
    this.others = other.body();
  }

  /// Whether between the same two sentences each has a passage of its own of at least so many
  /// words, and the two passages are about different things.
  ///
  /// @param covered the share of a sentence's runs that makes it the same sentence
  boolean replaced(int words, double covered) {
    int[] places = places(covered);
    boolean[] found = new boolean[others.size()];
    Arrays.stream(places).filter(place -> place >= 0).forEach(place -> found[place] = true);
    int before = -1;
    for (int i = 0; i < ones.size(); i++) {
      if (places[i] >= 0) {
        if (before >= 0
            && places[i] > places[before] + 1
            && i > before + 1
            && isReplaced(before, i, places, found, words)) {
          return true;
        }
        before = i;
      }
    }
    return false;
  }

  private boolean isReplaced(int from, int to, int[] places, boolean[] found, int words) {
    for (int place = places[from] + 1; place < places[to]; place++) {
      if (found[place]) {
        return false;
      }
    }
    if (isKnown(one, ones.subList(from + 1, to), otherGroup)
        || (oneGroup != null
            && isKnown(other, others.subList(places[from] + 1, places[to]), oneGroup))) {
      return false;
    }
    int[] mine = words(one, ones, from + 1, to);
    int[] theirs = words(other, others, places[from] + 1, places[to]);
    int[] content = Consensus.content(mine);
    int[] theirContent = Consensus.content(theirs);
    int common = Consensus.common(content, theirContent);
    return Math.min(mine.length, theirs.length) >= words
        && common < 0.25 * Math.min(content.length, theirContent.length);
  }

  /// Whether any of it stands in some letter of the group.
  private static boolean isKnown(LetterText letter, List<Sentence> passage, Cluster group) {
    return passage.stream()
        .anyMatch(sentence -> sentence.words() > 4 && group.knownPart(letter, sentence) > 0.4);
  }

  private static int[] words(LetterText letter, List<Sentence> sentences, int from, int to) {
    return letter
        .words()
        .between(sentences.get(from).firstWord(), sentences.get(to - 1).lastWord());
  }

  /// For each sentence of the one the same sentence in the other; -1 where there is none.
  private int[] places(double covered) {
    Map<Integer, Integer> sentenceOf = new HashMap<>();
    for (int place = 0; place < others.size(); place++) {
      Sentence sentence = others.get(place);
      for (int run : other.words().runs(sentence.firstWord(), sentence.lastWord())) {
        sentenceOf.putIfAbsent(run, place);
      }
    }
    int[] places = new int[ones.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = place(ones.get(i), sentenceOf, covered);
    }
    return places;
  }

  private int place(Sentence sentence, Map<Integer, Integer> sentenceOf, double covered) {
    int[] runs = one.words().runs(sentence.firstWord(), sentence.lastWord());
    int[] hits = new int[others.size()];
    int best = -1;
    for (int run : runs) {
      Integer place = sentenceOf.get(run);
      if (place != null && (++hits[place] > (best < 0 ? 0 : hits[best]))) {
        best = place;
      }
    }
    return best >= 0 && hits[best] >= covered * runs.length ? best : -1;
  }
}
