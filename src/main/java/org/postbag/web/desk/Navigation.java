package org.postbag.web.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The pages and lists to choose from, with how many letters each holds.
///
/// @param first what one begins with; on a phone these stand in the bar at the bottom
/// @param sections the others
/// @param again where the same is had once more; null where nothing changes
record Navigation(List<Link> first, List<Section> sections, @Nullable String again) {
  /// Lists that belong together.
  record Section(String title, List<Link> links) {}

  /// One page or list.
  ///
  /// @param count negative for a page that has none
  /// @param alarm true for a list that should be empty, and is not
  /// @param key the states, or a state's topic, that `count` is the sum of; empty for neither
  record Link(String title, long count, String href, boolean current, boolean alarm, String key) {
    static final long MANY = Long.MAX_VALUE;

    static Link page(String title, String href, String open) {
      return new Link(title, -1, href, href.equals(open), false, "");
    }

    /// The count in words of a list: nobody needs to know how many more than a hundred there are.
    public String shown() {
      return count == MANY ? "99+" : String.valueOf(count);
    }

    public @Nullable String ariaCurrent() {
      return current ? "page" : null;
    }
  }
}
