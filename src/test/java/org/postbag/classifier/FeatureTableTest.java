package org.postbag.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.postbag.classifier.text.SparseVector;

class FeatureTableTest {
  private static final int TOPICS = 12;
  private static final int TEXTS = 60;
  private static final int FEATURES = 80;
  private static final Offset<Float> ROUNDED = within(2e-3f);

  private final List<SparseVector> texts = texts();
  private final int[] labels = IntStream.range(0, TEXTS).map(i -> i % TOPICS).toArray();
  private final Vocabulary vocabulary = Vocabulary.of(texts);
  private final float[] parts = parts();
  private final Regression regression =
      Regression.fit(TOPICS, texts, labels, vocabulary, Regression.Settings.DEFAULT);
  private final FeatureTable table = FeatureTable.of(texts, labels, vocabulary, parts, regression);

  /// Of the first features all texts have some, of the last ones few; every other is manner.
  private static List<SparseVector> texts() {
    Random random = new Random(1);
    List<SparseVector> texts = new ArrayList<>();
    for (int i = 0; i < TEXTS; i++) {
      texts.add(vector(random, random.nextInt(FEATURES) + 1));
    }
    return texts;
  }

  private static SparseVector vector(Random random, int size) {
    float[] values = new float[size];
    for (int f = 0; f < size; f++) {
      values[f] = random.nextFloat() / 10;
    }
    return SparseVector.of(IntStream.range(0, size).toArray(), values);
  }

  private static float[] parts() {
    float[] parts = new float[TOPICS];
    for (int t = 0; t < TOPICS; t++) {
      parts[t] = 1f / (t + 1);
    }
    return parts;
  }

  /// A letter that has every feature, and one that is not known.
  private static SparseVector letter() {
    return vector(new Random(2), FEATURES + 1);
  }

  /// What a feature of the letter is in a topic's centre, summed up text by text.
  private float inCentre(int feature, int topic) {
    float sum = 0;
    for (int i = 0; i < TEXTS; i++) {
      SparseVector text = texts.get(i);
      if (labels[i] == topic && feature < text.size() && text.isContent(feature)) {
        sum += text.value(feature) * parts[topic];
      }
    }
    return sum;
  }

  /// What the regression has of it.
  private float inRegression(int feature, int topic) {
    int uses = (int) texts.stream().filter(text -> feature < text.size()).count();
    float sum = 0;
    for (int i = 0; i < TEXTS && uses > 0; i++) {
      float value = feature < texts.get(i).size() ? texts.get(i).value(feature) : 0;
      sum += value * regression.productScale(uses) * regression.coefficients()[i * TOPICS + topic];
    }
    return sum;
  }

  @Test
  void whatALetterSaysForATopicIsTheSumOverTheTextsButForRounding() {
    RawScores rawScores = table.rawScores(table.index(letter()));

    for (int t = 0; t < TOPICS; t++) {
      float cosine = 0;
      float score = 0;
      for (int f = 0; f < FEATURES; f++) {
        cosine += letter().value(f) * inCentre(f, t);
        score += letter().value(f) * inRegression(f, t);
      }
      assertThat(rawScores.cosines()[t]).isCloseTo(cosine, ROUNDED);
      assertThat(rawScores.scores()[t]).isCloseTo(score, ROUNDED);
    }
  }

  private static Margin lead(int topic, int against) {
    return new Margin(topic, 2, against, 2, 3);
  }

  @Test
  void theLeadOfOneTopicOverAnotherIsTheirDifferenceFeatureByFeature() {
    float[] lead = table.slopes(lead(3, 7), table.index(letter()));
    float[] alone = table.slopes(lead(3, -1), table.index(letter()));

    for (int f = 0; f < FEATURES; f++) {
      float own = 2 * inCentre(f, 3) + 3 * inRegression(f, 3);
      float other = 2 * inCentre(f, 7) + 3 * inRegression(f, 7);
      assertThat(alone[f]).isCloseTo(own, ROUNDED);
      assertThat(lead[f]).isCloseTo(own - other, ROUNDED);
    }
    assertThat(lead[FEATURES]).isZero();
  }

  @Test
  void topicsThatStayKeepWhatIsSaidForThemAndNothingIsForNewOnes() {
    FeatureTable other = table.carriedOver(new int[] {5, -1, 2});

    RawScores before = table.rawScores(table.index(letter()));
    RawScores after = other.rawScores(other.index(letter()));

    assertThat(after.cosines()).containsExactly(before.cosines()[5], 0, before.cosines()[2]);
    assertThat(after.scores()).containsExactly(before.scores()[5], 0, before.scores()[2]);
    assertThat(other.slopes(lead(2, 1), other.index(letter())))
        .containsExactly(table.slopes(lead(2, -1), table.index(letter())), ROUNDED);
  }

  @Test
  void aTopicMayBeThereTwice() {
    RawScores before = table.rawScores(table.index(letter()));
    for (int t = 0; t < TOPICS; t++) {
      FeatureTable other = table.carriedOver(new int[] {t, 2, t});
      RawScores after = other.rawScores(other.index(letter()));

      assertThat(after.cosines())
          .containsExactly(before.cosines()[t], before.cosines()[2], before.cosines()[t]);
      assertThat(after.scores())
          .containsExactly(before.scores()[t], before.scores()[2], before.scores()[t]);
    }
  }

  @Test
  void aRowOfNumbersOfAnySizeKeepsFourPlacesOfItsGreatest() {
    float[] table = {1e-6f, -3e-6f, 2.5e-6f, 0, 0, 0, 40, -12.345f, 0.01f};

    QuantizedMatrix quantizedMatrix = QuantizedMatrix.of(table, 3);

    for (int i = 0; i < table.length; i++) {
      float greatest = i < 3 ? 3e-6f : 40;
      assertThat(quantizedMatrix.value(i / 3, i % 3)).isCloseTo(table[i], within(greatest * 2e-5f));
    }
    assertThat(quantizedMatrix.carriedOver(new int[] {2, -1, 0}).value(2, 0))
        .isEqualTo(quantizedMatrix.value(2, 2));
    assertThat(quantizedMatrix.carriedOver(new int[] {2, -1, 0}).value(2, 1)).isZero();
  }
}
