package org.postbag.matching.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.postbag.matching.words.Vector;

class FeatureTableTest {
  private static final int TOPICS = 12;
  private static final int FEATURES = 60;
  private static final Offset<Float> ROUNDED = within(1e-3f);

  /// What each topic has of each feature: of the first ones all have some, of the last ones few.
  private static float[][] shares() {
    Random random = new Random(1);
    float[][] all = new float[TOPICS][FEATURES];
    for (float[] topic : all) {
      for (int f = 0; f < FEATURES; f++) {
        topic[f] = random.nextInt(FEATURES) >= f ? random.nextFloat() : 0;
      }
    }
    return all;
  }

  private static Shares of(float[][] topics) {
    List<Shares.Column> columns = new ArrayList<>();
    for (float[] topic : topics) {
      int[] rows = IntStream.range(0, FEATURES).filter(f -> topic[f] != 0).toArray();
      float[] values = new float[rows.length];
      for (int i = 0; i < rows.length; i++) {
        values[i] = topic[rows[i]];
      }
      columns.add(new Shares.Column(rows, values));
    }
    return Shares.of(FEATURES, columns);
  }

  /// A letter that has every feature, and one that is not known.
  private static Placed letter() {
    Random random = new Random(2);
    float[] values = new float[FEATURES + 1];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat() / 10;
    }
    int[] features = IntStream.rangeClosed(0, FEATURES).toArray();
    int[] rows = IntStream.rangeClosed(0, FEATURES).map(f -> f == FEATURES ? -1 : f).toArray();
    return new Placed(Vector.of(features, values), rows);
  }

  @Test
  void productsAreThoseOfTheNumbersThatWerePutInButForRounding() {
    float[][] shares = shares();
    Placed letter = letter();

    float[] products = of(shares).products(letter);

    for (int t = 0; t < TOPICS; t++) {
      float sum = 0;
      for (int f = 0; f < FEATURES; f++) {
        sum += shares[t][f] * letter.value(f);
      }
      assertThat(products[t]).isCloseTo(sum, ROUNDED);
    }
  }

  @Test
  void theLeadOfOneTopicOverAnotherIsTheirDifferenceFeatureByFeature() {
    float[][] shares = shares();

    float[] lead = of(shares).lead(letter(), 3, 7);
    float[] alone = of(shares).lead(letter(), 3, -1);

    for (int f = 0; f < FEATURES; f++) {
      assertThat(lead[f]).isCloseTo(shares[3][f] - shares[7][f], ROUNDED);
      assertThat(alone[f]).isCloseTo(shares[3][f], ROUNDED);
    }
    assertThat(lead[FEATURES]).isZero();
  }

  @Test
  void whatEachTopicHasComesOutAgain() {
    Shares once = of(shares());

    Shares again = Shares.of(FEATURES, once.columns());

    assertThat(again.products(letter())).containsExactly(once.products(letter()), ROUNDED);
  }

  @Test
  void aRowOfNumbersOfAnySizeKeepsFourPlacesOfItsGreatest() {
    float[] table = {1e-6f, -3e-6f, 2.5e-6f, 0, 0, 0, 40, -12.345f, 0.01f};

    Rows rows = Rows.of(table, 3);

    for (int i = 0; i < table.length; i++) {
      float greatest = i < 3 ? 3e-6f : 40;
      assertThat(rows.value(i / 3, i % 3)).isCloseTo(table[i], within(greatest * 2e-5f));
    }
    assertThat(rows.carriedOver(new int[] {2, -1, 0}).value(2, 0)).isEqualTo(rows.value(2, 2));
    assertThat(rows.carriedOver(new int[] {2, -1, 0}).value(2, 1)).isZero();
  }
}
