package org.postbag.matching.learned;

import java.util.List;
import org.postbag.matching.words.Vector;

/// A decided letter.
///
/// @param text its features
/// @param keywords its keyword evidence for each topic
/// @param label its topic, -1 for "none of them"
public record Sample(Vector text, List<Double> keywords, int label) {
  /// The label of a letter that no topic fits.
  public static final int NONE = -1;

  public Sample {
    keywords = List.copyOf(keywords);
  }
}
