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

  private final float[] frequent;

  /// For each rare feature its texts, as [RareFeatures] has them.
  private final long[] texts;

  /// What each text says for each topic.
  private final float[] pulls;

  private FeatureWeights(int topics, int[] numbers, float[] frequent, long[] texts, float[] pulls) {
    this.topics = topics;
    this.numbers = numbers;
    this.frequent = frequent;
    this.texts = texts;
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
    FeatureWeights all = new FeatureWeights(topics, numbers, frequent, new long[rare], pulls);
    all.fill(texts, vocabulary, stretch, uses);
    return all;
  }

  /// In how many texts each feature stands.
  static int[] uses(List<Vector> texts, Vocabulary vocabulary) {
    int[] uses = new int[vocabulary.size()];
    texts.forEach(text -> text.forEach((feature, value) -> uses[vocabulary.row(feature)]++));
    return uses;
  }

  private void fill(List<Vector> rows, Vocabulary vocabulary, float[] stretch, int[] uses) {
    int[] seen = new int[uses.length];
    for (int i = 0; i < rows.size(); i++) {
      Placed placed = vocabulary.place(rows.get(i));
      for (int j = 0; j < placed.size(); j++) {
        int row = placed.row(j);
        float times = placed.value(j) * stretch[row];
        if (numbers[row] < 0) {
          int at = ~numbers[row] + seen[row]++;
          texts[at] = RareFeatures.use(seen[row] == uses[row] ? ~i : i, times * stretch[row]);
        } else {
          add(frequent, numbers[row], i, times);
        }
      }
    }
    for (int row = 0; row < numbers.length; row++) {
      for (int t = 0; numbers[row] >= 0 && t < topics; t++) {
        frequent[numbers[row] * topics + t] *= stretch[row];
      }
    }
  }

  private void add(float[] to, int row, int ofText, float times) {
    int start = row * topics;
    int there = ofText * topics;
    for (int t = 0; t < topics; t++) {
      to[start + t] += pulls[there + t] * times;
    }
  }

  /// The same for other topics; new ones have no weights.
  ///
  /// @param before the number each topic had before, -1 for a new one
  FeatureWeights carriedOver(int[] before) {
    return new FeatureWeights(
        before.length, numbers, carriedOver(frequent, before), texts, carriedOver(pulls, before));
  }

  private float[] carriedOver(float[] table, int[] before) {
    int rows = topics == 0 ? 0 : table.length / topics;
    float[] carried = new float[rows * before.length];
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

  /// The first text of each rare feature, 0 for the others. They are asked for all at once, before
  /// one of them is used: none waits for the memory after another.
  private long[] firstTexts(int[] places) {
    long[] first = new long[places.length];
    for (int i = 0; i < places.length; i++) {
      first[i] = places[i] < 0 && places[i] != UNKNOWN ? texts[~places[i]] : 0;
    }
    return first;
  }

  /// What a letter's features say for each topic together.
  float[] scores(Placed letter) {
    float[] scores = new float[topics];
    float[] byText = new float[topics == 0 ? 0 : pulls.length / topics];
    int[] places = places(letter);
    long[] first = firstTexts(places);
    for (int i = 0; i < places.length; i++) {
      if (places[i] >= 0) {
        addTo(scores, frequent, places[i] * topics, letter.value(i));
      }
    }
    for (int i = 0; i < places.length; i++) {
      if (places[i] < 0 && places[i] != UNKNOWN) {
        RareFeatures.spread(texts, byText, first[i], ~places[i], letter.value(i));
      }
    }
    for (int i = 0; i < byText.length; i++) {
      if (byText[i] != 0) {
        addTo(scores, pulls, i * topics, byText[i]);
      }
    }
    return scores;
  }

  private static void addTo(float[] scores, float[] weights, int start, float times) {
    for (int t = 0; t < scores.length; t++) {
      scores[t] += times * weights[start + t];
    }
  }

  /// What one unit of each feature of a letter says for a topic rather than for another.
  ///
  /// @param against -1 for none
  float[] slopes(Placed letter, int topic, int against) {
    int[] places = places(letter);
    long[] first = firstTexts(places);
    float[] lead = leads(topic, against);
    float[] slopes = new float[places.length];
    for (int i = 0; i < slopes.length; i++) {
      if (places[i] >= 0) {
        int start = places[i] * topics;
        slopes[i] = frequent[start + topic] - (against < 0 ? 0 : frequent[start + against]);
      } else if (places[i] != UNKNOWN) {
        slopes[i] = RareFeatures.product(texts, lead, first[i], ~places[i]);
      }
    }
    return slopes;
  }

  /// How much more each text says for a topic than for another.
  private float[] leads(int topic, int against) {
    float[] leads = new float[topics == 0 ? 0 : pulls.length / topics];
    for (int i = 0; i < leads.length; i++) {
      leads[i] = pulls[i * topics + topic] - (against < 0 ? 0 : pulls[i * topics + against]);
    }
    return leads;
  }
}
