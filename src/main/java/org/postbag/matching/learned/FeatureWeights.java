package org.postbag.matching.learned;

import java.util.List;
import org.postbag.matching.words.Vector;

/// What each feature says for each topic, as a regression has learned it.
///
/// A feature's weights are a sum over the texts that it stands in. A frequent feature has this sum
/// for every topic. Most features stand in a few texts: of these the sum is made when it is asked
/// for, since a row of numbers for every topic would take more memory than all else, and a look at
/// it more time.
final class FeatureWeights {
  /// A feature that stands in no more texts is a rare one, or in no more than a quarter of the
  /// number of topics: then its texts take less memory than a number for every topic.
  private static final int FEW = 4;

  /// The place of a feature that has no weights.
  private static final int UNKNOWN = Integer.MIN_VALUE;

  private final int topics;

  /// For each feature its number among the frequent ones; below 0 the complement of where its texts
  /// begin.
  private final int[] numbers;

  /// Floats of 16 bits: to fetch them is what a score takes its time for.
  private final short[] frequent;

  private final RareFeatures rare;

  /// What each text says for each topic, floats of 16 bits.
  private final short[] pulls;

  private FeatureWeights(
      int topics, int[] numbers, short[] frequent, RareFeatures rare, short[] pulls) {
    this.topics = topics;
    this.numbers = numbers;
    this.frequent = frequent;
    this.rare = rare;
    this.pulls = pulls;
  }

  /// @param texts those that were learned from
  /// @param pulls what each of them says for each topic
  /// @param stretch what the values of each feature are multiplied by, in the texts and later
  static FeatureWeights of(
      List<Vector> texts, Vocabulary vocabulary, float[] stretch, float[] pulls, int topics) {
    int[] uses = uses(texts, vocabulary);
    int few = Math.max(FEW, topics / 4);
    int[] numbers = new int[uses.length];
    int rare = 0;
    int often = 0;
    for (int row = 0; row < uses.length; row++) {
      numbers[row] = uses[row] <= few ? ~rare : often++;
      rare += uses[row] <= few ? uses[row] : 0;
    }
    float[] frequent = new float[often * topics];
    return new FeatureWeights(
        topics,
        numbers,
        halves(sums(texts, vocabulary, stretch, numbers, pulls, frequent)),
        RareFeatures.of(texts, vocabulary, stretch, numbers, uses),
        halves(pulls));
  }

  /// In how many texts each feature stands.
  static int[] uses(List<Vector> texts, Vocabulary vocabulary) {
    int[] uses = new int[vocabulary.size()];
    texts.forEach(text -> text.forEach((feature, value) -> uses[vocabulary.row(feature)]++));
    return uses;
  }

  /// What each frequent feature says for each topic.
  private static float[] sums(
      List<Vector> texts,
      Vocabulary vocabulary,
      float[] stretch,
      int[] numbers,
      float[] pulls,
      float[] sums) {
    int topics = pulls.length / texts.size();
    for (int i = 0; i < texts.size(); i++) {
      Placed placed = vocabulary.place(texts.get(i));
      for (int j = 0; j < placed.size(); j++) {
        int row = placed.row(j);
        float times = placed.value(j) * stretch[row] * stretch[row];
        for (int t = 0; numbers[row] >= 0 && t < topics; t++) {
          sums[numbers[row] * topics + t] += pulls[i * topics + t] * times;
        }
      }
    }
    return sums;
  }

  private static short[] halves(float[] numbers) {
    short[] halves = new short[numbers.length];
    for (int i = 0; i < halves.length; i++) {
      halves[i] = Float.floatToFloat16(numbers[i]);
    }
    return halves;
  }

  /// The same for other topics; new ones have no weights.
  ///
  /// @param before the number each topic had before, -1 for a new one
  FeatureWeights carriedOver(int[] before) {
    return new FeatureWeights(
        before.length, numbers, carriedOver(frequent, before), rare, carriedOver(pulls, before));
  }

  private short[] carriedOver(short[] table, int[] before) {
    int rows = topics == 0 ? 0 : table.length / topics;
    short[] carried = new short[rows * before.length];
    for (int row = 0; row < rows; row++) {
      for (int t = 0; t < before.length; t++) {
        if (before[t] >= 0) {
          carried[row * before.length + t] = table[row * topics + before[t]];
        }
      }
    }
    return carried;
  }

  /// The numbers of a letter's features; those that came later than these weights have none.
  private int[] places(Placed letter) {
    int[] places = new int[letter.size()];
    for (int i = 0; i < places.length; i++) {
      int row = letter.row(i);
      places[i] = row < 0 || row >= numbers.length ? UNKNOWN : numbers[row];
    }
    return places;
  }

  /// What a letter's features say for each topic together.
  float[] scores(Placed letter) {
    float[] scores = new float[topics];
    float[] byText = new float[topics == 0 ? 0 : pulls.length / topics];
    int[] places = places(letter);
    long[] first = rare.firstTexts(places, UNKNOWN);
    for (int i = 0; i < places.length; i++) {
      if (places[i] >= 0) {
        addTo(scores, frequent, places[i] * topics, letter.value(i));
      }
    }
    for (int i = 0; i < places.length; i++) {
      if (places[i] < 0 && places[i] != UNKNOWN) {
        rare.spread(byText, first[i], ~places[i], letter.value(i));
      }
    }
    for (int i = 0; i < byText.length; i++) {
      if (byText[i] != 0) {
        addTo(scores, pulls, i * topics, byText[i]);
      }
    }
    return scores;
  }

  private static void addTo(float[] scores, short[] weights, int start, float times) {
    for (int t = 0; t < scores.length; t++) {
      scores[t] += times * Float.float16ToFloat(weights[start + t]);
    }
  }

  /// What one unit of each feature of a letter says for a topic rather than for another.
  ///
  /// @param against -1 for none
  float[] slopes(Placed letter, int topic, int against) {
    int[] places = places(letter);
    long[] first = rare.firstTexts(places, UNKNOWN);
    float[] lead = leads(topic, against);
    float[] slopes = new float[places.length];
    for (int i = 0; i < slopes.length; i++) {
      if (places[i] >= 0) {
        int start = places[i] * topics;
        slopes[i] = lead(frequent, start, topic, against);
      } else if (places[i] != UNKNOWN) {
        slopes[i] = rare.product(lead, first[i], ~places[i]);
      }
    }
    return slopes;
  }

  /// How much more each text says for a topic than for another.
  private float[] leads(int topic, int against) {
    float[] leads = new float[topics == 0 ? 0 : pulls.length / topics];
    for (int i = 0; i < leads.length; i++) {
      leads[i] = lead(pulls, i * topics, topic, against);
    }
    return leads;
  }

  private static float lead(short[] weights, int start, int topic, int against) {
    return Float.float16ToFloat(weights[start + topic])
        - (against < 0 ? 0 : Float.float16ToFloat(weights[start + against]));
  }
}
