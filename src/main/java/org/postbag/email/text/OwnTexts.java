package org.postbag.email.text;

import java.util.List;

/// Recognises what our office wrote, in letters that quote it: the rooms that know standard replies
/// and sent letters make one.
@FunctionalInterface
public interface OwnTexts {
  /// For an office whose texts are not known.
  OwnTexts NONE = (text, references) -> List.of();

  /// The stretches of `text` that are ours, in their order, none overlapping another.
  ///
  /// @param references the ids of the messages that the letter answers or refers to
  List<Fold> in(String text, List<String> references);
}
