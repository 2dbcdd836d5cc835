package org.postbag.email.text;

import java.util.List;

/// Recognises what our office wrote, in letters that quote it: the rooms that know standard replies
/// and sent letters make one.
@FunctionalInterface
public interface OwnTexts {
  /// For an office of which nothing is known.
  OwnTexts NONE = text -> List.of();

  /// The stretches of `text` that are ours, in their order, none overlapping another.
  List<Fold> in(String text);
}
