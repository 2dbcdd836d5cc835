package org.postbag.reply;

import java.util.Optional;

/// What a person must have seen before the reply to a letter leaves.
///
/// @param word the stable word by which it is named when the reply is approved, as in
///   [WarningKind#word]; that of another version of the program stays as it is
/// @param sentence the same for people. It holds nothing that changes by itself, such as a
///   percentage: a warning that reads otherwise makes an approval stale
/// @param place where in [org.postbag.email.Letter#text], if it is at a place
public record Warning(String word, String sentence, Optional<Place> place) {
  /// A stretch of the letter's text.
  ///
  /// @param start the first character, from 0
  /// @param end the character behind the last
  public record Place(int start, int end) {
    public Place {
      if (start < 0 || end < start) {
        throw new IllegalArgumentException("not a place in a text: " + start + " to " + end);
      }
    }
  }

  /// The same at a place in the letter.
  Warning at(Place where) {
    return new Warning(word, sentence, Optional.of(where));
  }

  /// A few words for a button or a list.
  public String brief() {
    return WarningKind.of(word)
        .map(kind -> kind.word().equals(word) ? kind.brief() : word.replace('-', ' '))
        .orElse(word);
  }
}
