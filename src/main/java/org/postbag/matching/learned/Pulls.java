package org.postbag.matching.learned;

import java.util.Arrays;

/// What each text that was learned from says for each topic: for each unit that a letter shares
/// with it. The centre of a topic is a sum over the topic's own texts, the regression one over all.
final class Pulls {
  private static final int GONE = -1;

  /// The topic of each text.
  private final int[] topics;

  /// What a text is in the centre of its topic, by topic.
  private final float[] parts;

  private final Rows regression;

  private Pulls(int[] topics, float[] parts, Rows regression) {
    this.topics = topics;
    this.parts = parts;
    this.regression = regression;
  }

  /// @param topics the topic of each text
  /// @param parts what a text is in the centre of its topic, by topic
  static Pulls of(int[] topics, float[] parts, Regression regression) {
    return new Pulls(topics, parts, Rows.of(regression.pulls(), parts.length));
  }

  int texts() {
    return topics.length;
  }

  /// The same for other topics, for which nothing is said where they are new.
  ///
  /// @param before the number each topic had before, -1 for a new one
  Pulls carriedOver(int[] before) {
    int[] now = new int[parts.length];
    Arrays.fill(now, GONE);
    float[] carried = new float[before.length];
    for (int t = 0; t < before.length; t++) {
      if (before[t] >= 0) {
        now[before[t]] = t;
        carried[t] = parts[before[t]];
      }
    }
    int[] ofTexts = Arrays.stream(topics).map(t -> t == GONE ? GONE : now[t]).toArray();
    return new Pulls(ofTexts, carried, regression.carriedOver(before));
  }

  /// Adds what the texts say.
  ///
  /// @param inCentres how much a letter shares with each text, as the centres see it
  /// @param inRegression the same as the regression sees it
  void addTo(Said said, float[] inCentres, float[] inRegression) {
    for (int i = 0; i < topics.length; i++) {
      if (topics[i] != GONE) {
        said.cosines()[topics[i]] += inCentres[i] * parts[topics[i]];
      }
      if (inRegression[i] != 0) {
        regression.addTo(said.scores(), i, inRegression[i]);
      }
    }
  }

  /// What each text is in the centre of one topic, less what it is in that of another.
  ///
  /// @param against -1 for none
  /// @param times what all are multiplied by
  float[] leadsInCentres(int topic, int against, float times) {
    float[] leads = new float[topics.length];
    for (int i = 0; i < leads.length; i++) {
      if (topics[i] == topic) {
        leads[i] = parts[topic] * times;
      } else if (topics[i] == against && against >= 0) {
        leads[i] = -parts[against] * times;
      }
    }
    return leads;
  }

  /// What the regression has of each text for one topic, less what it has for another.
  ///
  /// @param against -1 for none
  /// @param times what all are multiplied by
  float[] leadsInRegression(int topic, int against, float times) {
    float[] leads = new float[topics.length];
    for (int i = 0; i < leads.length; i++) {
      leads[i] = regression.lead(i, topic, against) * times;
    }
    return leads;
  }
}
