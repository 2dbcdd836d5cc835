package org.postbag.people.help;

import java.util.List;

/// A sign that somebody needs help.
///
/// @param handling what the desk does: that of its class, or less where the sign is weak
/// @param probability that the sentence is one, as far as both readers tell
/// @param sentence where it stands in the letter's text
/// @param words the words that raised it, in their order; never empty
public record HelpSign(
    HelpClass kind,
    HelpClass.Handling handling,
    double probability,
    Place sentence,
    List<Place> words) {
  /// A stretch of the letter's text.
  ///
  /// @param start the first character, from 0
  /// @param end the character behind the last
  public record Place(int start, int end) {}

  public HelpSign {
    words = List.copyOf(words);
  }

  /// Whether the desk does more than mark its words.
  public boolean isSure() {
    return handling != HelpClass.Handling.SHOW;
  }

  /// From the first of its words to the last.
  public Place span() {
    return new Place(words.getFirst().start(), words.getLast().end());
  }
}
