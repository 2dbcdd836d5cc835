package org.postbag.classifier;

import java.util.Arrays;
import java.util.stream.IntStream;

/// What each text that was learned from says for each topic: for each unit that a letter shares
/// with it. The centre of a topic is a sum over the topic's own texts, the regression one over all.
final class DualCoefficients {
  /// The topic of each text, by the number that it had when all was learned.
  private final int[] labels;

  /// The number that each topic had when all was learned, [LabelledText#NONE] for one that came later.
  private final int[] origins;

  /// What a text is in the centre of its topic, by topic.
  private final float[] parts;

  private final QuantizedMatrix regression;

  private DualCoefficients(int[] labels, int[] origins, float[] parts, QuantizedMatrix regression) {
    this.labels = labels;
    this.origins = origins;
    this.parts = parts;
    this.regression = regression;
  }

  /// @param labels the topic of each text
  /// @param parts what a text is in the centre of its topic, by topic
  static DualCoefficients of(int[] labels, float[] parts, Regression regression) {
    int[] origins = IntStream.range(0, parts.length).toArray();
    return new DualCoefficients(labels, origins, parts, QuantizedMatrix.of(regression.pulls(), parts.length));
  }

  int texts() {
    return labels.length;
  }

  /// The same for other topics, for which nothing is said where they are new.
  ///
  /// @param before the number each topic had before, [LabelledText#NONE] for a new one
  DualCoefficients carriedOver(int[] before) {
    int[] carried =
        Arrays.stream(before).map(topic -> topic < 0 ? LabelledText.NONE : origins[topic]).toArray();
    return new DualCoefficients(labels, carried, parts, regression.carriedOver(before));
  }

  /// Adds what the texts say.
  ///
  /// @param inCentres how much a letter shares with each text, as the centres see it
  /// @param inRegression the same as the regression sees it
  void addTo(RawScores rawScores, float[] inCentres, float[] inRegression) {
    float[] byLabel = new float[parts.length];
    for (int i = 0; i < labels.length; i++) {
      byLabel[labels[i]] += inCentres[i];
      if (inRegression[i] != 0) {
        regression.addTo(rawScores.scores(), i, inRegression[i]);
      }
    }
    for (int t = 0; t < origins.length; t++) {
      rawScores.cosines()[t] += origins[t] < 0 ? 0 : byLabel[origins[t]] * parts[origins[t]];
    }
  }

  /// What each text is in the centre of one topic, less what it is in that of another, by how much
  /// these count.
  float[] leadsInCentres(Margin margin) {
    int topic = origin(margin.topic());
    int against = origin(margin.against());
    float[] leads = new float[labels.length];
    for (int i = 0; i < leads.length; i++) {
      if (labels[i] == topic) {
        leads[i] = parts[topic] * margin.centre();
      } else if (labels[i] == against) {
        leads[i] = -parts[against] * margin.otherCentre();
      }
    }
    return leads;
  }

  private int origin(int topic) {
    return topic < 0 ? LabelledText.NONE : origins[topic];
  }

  /// What the regression has of each text for one topic, less what it has for another, by how much
  /// it counts.
  float[] leadsInRegression(Margin margin) {
    float[] leads = new float[labels.length];
    for (int i = 0; i < leads.length; i++) {
      leads[i] = regression.lead(i, margin.topic(), margin.against()) * margin.regression();
    }
    return leads;
  }
}
