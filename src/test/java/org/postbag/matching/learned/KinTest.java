package org.postbag.matching.learned;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postbag.matching.meaning.OwnSenses;
import org.postbag.matching.meaning.Sense;
import org.postbag.matching.words.Vector;

class KinTest {
  private static final int FOLDS = 5;

  private static List<Integer> order(int topics) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, topics).boxed().toList());
    Collections.shuffle(order, new Random(3));
    return order;
  }

  /// So many of them in a row mean nearly the same.
  private static List<Sense> inGroups(int topics, int of) {
    List<Sense> senses = new ArrayList<>();
    for (int t = 0; t < topics; t++) {
      float[] direction = new float[2 * topics];
      direction[t / of] = 1;
      direction[topics + t] = 0.2f;
      senses.add(Sense.of(direction));
    }
    return senses;
  }

  @Test
  void amongFewTopicsEachIsLeftOutInItsTurn() {
    List<Integer> order = order(28);
    int[] turns = new Kin(inGroups(28, 2)).turns(order, FOLDS);

    for (int i = 0; i < turns.length; i++) {
      assertThat(turns[order.get(i)]).isEqualTo(i % FOLDS);
    }
  }

  @Test
  void amongManyThoseThatMeanTheLikeAreLeftOutTogether() {
    int[] turns = new Kin(inGroups(56, 4)).turns(order(56), FOLDS);

    for (int t = 0; t < turns.length; t++) {
      assertThat(turns[t]).isEqualTo(turns[t / 4 * 4]);
    }
  }

  @Test
  void aLetterOnATopicThatWasLeftOutMeetsNoneThatMeansTheLike() {
    List<Sense> senses = inGroups(56, 4);
    List<Vector> words =
        IntStream.range(0, 56)
            .mapToObj(t -> Vector.of(new int[] {1 + t}, new float[] {1}))
            .toList();
    List<Sample> letters =
        IntStream.range(0, 2 * 56)
            .mapToObj(i ->
                new Sample(
                    words.get(i % 56),
                    Collections.nCopies(56, 0.0),
                    i % 56,
                    Optional.of(senses.get(i % 56))))
            .toList();

    List<Trial> trials = new Rehearsal(words, new OwnSenses(senses, List.of()), letters).trials();

    assertThat(trials).extracting(Trial::truth).contains(Trial.LEFT_OUT);
    for (Trial trial : trials) {
      double nearest = trial.topics().stream().mapToDouble(t -> t.alike().centre()).max().orElse(0);
      assertThat(nearest > 0.5).isEqualTo(trial.inScope());
    }
  }

  @Test
  void whereNothingIsKnownOfMeaningEachIsLeftOutInItsTurn() {
    List<Integer> order = order(150);
    int[] turns = new Kin(List.of()).turns(order, FOLDS);

    for (int i = 0; i < turns.length; i++) {
      assertThat(turns[order.get(i)]).isEqualTo(i % FOLDS);
    }
  }

  @Test
  void howeverManyThereAreEveryFoldLeavesAFifthOut() {
    int[] turns = new Kin(inGroups(500, 30)).turns(order(500), FOLDS);

    for (int fold = 0; fold < FOLDS; fold++) {
      int left = fold;
      assertThat(IntStream.of(turns).filter(turn -> turn == left).count()).isEqualTo(100);
    }
  }
}
