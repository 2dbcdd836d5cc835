package org.postbag.matching.learned;

import java.util.List;
import org.postbag.matching.words.Counts;
import org.postbag.matching.words.Vector;

/// Each topic's own words, for comparing a letter to these alone: among many examples they are lost
/// in the topic's centre. One topic is compared at a time, for only the likeliest is asked for.
final class Profiles {
  private final List<Vector> matter;

  private Profiles(List<Vector> matter) {
    this.matter = matter;
  }

  static Profiles of(List<Vector> profiles) {
    return new Profiles(profiles.stream().map(Profiles::matter).toList());
  }

  /// What the words are about, without their manner, at the length 1.
  private static Vector matter(Vector profile) {
    Counts all = new Counts(profile.size());
    profile.forEachOfMatter(all::add);
    int[] features = all.keys();
    float[] values = new float[features.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = all.get(features[i]);
    }
    Vector matter = Vector.of(features, values);
    float length = (float) matter.length();
    for (int i = 0; i < values.length && length > 0; i++) {
      values[i] /= length;
    }
    return Vector.of(features, values);
  }

  /// The cosine of a letter to a topic's own words.
  double cosine(Vector letter, int topic) {
    Vector own = matter.get(topic);
    float[] shared = own.valuesIn(letter);
    double sum = 0;
    for (int i = 0; i < shared.length; i++) {
      sum += own.value(i) * shared[i];
    }
    return sum / Centres.TEXT_LENGTH;
  }

  /// What one unit of each feature of a letter adds to that cosine.
  float[] slopes(Vector letter, int topic) {
    float[] slopes = letter.valuesIn(matter.get(topic));
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] /= Centres.TEXT_LENGTH;
    }
    return slopes;
  }
}
