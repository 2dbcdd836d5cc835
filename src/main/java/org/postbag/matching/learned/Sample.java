package org.postbag.matching.learned;

import java.util.List;
import java.util.Optional;
import org.postbag.matching.meaning.Sense;
import org.postbag.matching.words.Vector;

/// A decided letter.
///
/// @param text its features
/// @param keywords its keyword evidence for each topic
/// @param label its topic, [#NONE] for none of them
/// @param sense what it means, where that is known
public record Sample(Vector text, List<Double> keywords, int label, Optional<Sense> sense) {
  /// The number in place of a topic's where there is none, such as for a letter that no topic fits.
  public static final int NONE = -1;

  public Sample {
    keywords = List.copyOf(keywords);
  }

  /// The same letter where its topic has another number.
  Sample labelled(int other) {
    return new Sample(text, keywords, other, sense);
  }
}
