package org.postbag.matching.learned;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.postbag.matching.words.Vector;

/// Each topic's own words, for comparing a letter to these alone: among many examples they are lost
/// in the topic's centre. One topic is compared at a time, for only the likeliest is asked for.
///
/// @param all one for each topic
record Profiles(List<Profile> all) {
  Profiles {
    all = List.copyOf(all);
  }

  static Profiles of(List<Vector> profiles) {
    return new Profiles(profiles.stream().map(Profile::of).toList());
  }

  /// Those of one topic.
  Profile of(int topic) {
    return all.get(topic);
  }

  /// The cosine of a letter to each topic's own words, worked out once when it is asked for.
  IntToDoubleFunction cosines(Vector letter) {
    double[] known = new double[all.size()];
    Arrays.fill(known, Double.NaN);
    return topic -> {
      if (Double.isNaN(known[topic])) {
        known[topic] = of(topic).cosine(letter);
      }
      return known[topic];
    };
  }
}
