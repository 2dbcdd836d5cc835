package org.postbag.matching.stance;

import java.util.List;
import java.util.Optional;
import org.postbag.catalog.Stance;

/// Which side a letter takes.
///
/// @param stance empty when that is not sure
/// @param confidence 0 to 1, of the likeliest
/// @param places where the words stand in the text that say so
public record StanceMatch(Optional<Stance> stance, double confidence, List<Place> places) {
  /// Where words stand in the text.
  ///
  /// @param start the first character, from 0
  /// @param end the character behind the last
  public record Place(int start, int end) {}

  /// Whether a person must say which side it is.
  public boolean isUnsure() {
    return stance.isEmpty();
  }

  public StanceMatch {
    places = List.copyOf(places);
  }
}
