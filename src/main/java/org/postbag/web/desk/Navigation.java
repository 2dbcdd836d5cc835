package org.postbag.web.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The lists to choose from, with how many letters each holds.
///
/// @param undecided what waits for staff
/// @param decided what was decided
/// @param topics the topics of the list that is open
/// @param place what is open, as an address, for asking again
record Navigation(List<Link> undecided, List<Link> decided, List<Link> topics, String place) {
  /// One list.
  ///
  /// @param alarm true for a list that should be empty
  /// @param hiddenWhenEmpty true for a list that most offices never fill
  record Link(
      String title,
      long count,
      String href,
      boolean current,
      boolean alarm,
      boolean hiddenWhenEmpty) {
    public @Nullable String ariaCurrent() {
      return current ? "page" : null;
    }
  }
}
