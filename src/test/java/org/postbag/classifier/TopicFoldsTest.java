package org.postbag.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postbag.classifier.embedding.Embedding;
import org.postbag.classifier.embedding.LabelEmbeddings;
import org.postbag.classifier.text.SparseVector;

class TopicFoldsTest {
  private static final int FOLDS = 5;

  private static List<Integer> order(int topics) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, topics).boxed().toList());
    Collections.shuffle(order, new Random(3));
    return order;
  }

  /// So many of them in a row mean nearly the same.
  private static List<Embedding> inGroups(int topics, int of) {
    List<Embedding> senses = new ArrayList<>();
    for (int t = 0; t < topics; t++) {
      float[] direction = new float[2 * topics];
      direction[t / of] = 1;
      direction[topics + t] = 0.2f;
      senses.add(Embedding.of(direction));
    }
    return senses;
  }

  @Test
  void amongFewTopicsEachIsLeftOutInItsTurn() {
    List<Integer> order = order(28);
    int[] turns = new TopicFolds(inGroups(28, 2)).assign(order, FOLDS);

    for (int i = 0; i < turns.length; i++) {
      assertThat(turns[order.get(i)]).isEqualTo(i % FOLDS);
    }
  }

  @Test
  void amongManyThoseThatMeanTheLikeAreLeftOutTogether() {
    int[] turns = new TopicFolds(inGroups(56, 4)).assign(order(56), FOLDS);

    for (int t = 0; t < turns.length; t++) {
      assertThat(turns[t]).isEqualTo(turns[t / 4 * 4]);
    }
  }

  @Test
  void aLetterOnATopicThatWasLeftOutMeetsNoneThatMeansTheLike() {
    List<Embedding> senses = inGroups(56, 4);
    List<SparseVector> words =
        IntStream.range(0, 56)
            .mapToObj(t -> SparseVector.of(new int[] {1 + t}, new float[] {1}))
            .toList();
    List<LabelledText> letters =
        IntStream.range(0, 2 * 56)
            .mapToObj(i ->
                new LabelledText(
                    words.get(i % 56),
                    Collections.nCopies(56, 0.0),
                    i % 56,
                    Optional.of(senses.get(i % 56))))
            .toList();

    List<ValidationCase> cases =
        new CrossValidation(
                words,
                new LabelEmbeddings(senses, senses.stream().map(List::of).toList(), List.of()),
                letters)
            .cases();

    assertThat(cases).extracting(ValidationCase::truth).contains(ValidationCase.LEFT_OUT);
    for (ValidationCase validationCase : cases) {
      double nearest =
          validationCase.topics().stream()
              .mapToDouble(t -> t.embeddingSimilarity().centroid())
              .max()
              .orElse(0);
      assertThat(nearest > 0.5).isEqualTo(validationCase.inScope());
    }
  }

  @Test
  void whereNothingIsKnownOfMeaningEachIsLeftOutInItsTurn() {
    List<Integer> order = order(150);
    int[] turns = new TopicFolds(List.of()).assign(order, FOLDS);

    for (int i = 0; i < turns.length; i++) {
      assertThat(turns[order.get(i)]).isEqualTo(i % FOLDS);
    }
  }

  @Test
  void howeverManyThereAreEveryFoldLeavesAFifthOut() {
    int[] turns = new TopicFolds(inGroups(500, 30)).assign(order(500), FOLDS);

    for (int fold = 0; fold < FOLDS; fold++) {
      int left = fold;
      assertThat(IntStream.of(turns).filter(turn -> turn == left).count()).isEqualTo(100);
    }
  }
}
