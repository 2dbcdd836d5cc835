package org.postbag.review;

import java.util.List;

/// Finds letters by their words.
public interface WordSearch {
  /// The numbers of letters that hold all of some words, in order of their numbers.
  ///
  /// @param above only letters with a greater number
  /// @param below only letters with a smaller number
  /// @param newestFirst the greatest number first
  List<Long> find(String words, long above, long below, boolean newestFirst, int limit);
}
