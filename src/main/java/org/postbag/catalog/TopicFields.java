package org.postbag.catalog;

import java.util.List;
import java.util.Optional;

/// What a form at the desk changes of a topic's file; sides and comments stay as the file has them.
///
/// @param title what staff call it
/// @param reply the name of its standard reply
/// @param keywords in the order of the file
/// @param rule when its reply is drafted
public record TopicFields(
    String title, Optional<String> reply, List<Line> keywords, Optional<Rule> rule) {
  public TopicFields {
    keywords = List.copyOf(keywords);
  }

  /// One line under `keywords:`, as it is written.
  ///
  /// @param text `calais`, `"channel tunnel"`, `migrant*` or `-this`
  /// @param weight empty for the usual one
  public record Line(String text, String weight) {}

  /// `drafts-right` or `threshold`, with its number as it is written.
  public record Rule(String key, String number) {
    public static final String DRAFTS_RIGHT = "drafts-right";
    public static final String THRESHOLD = "threshold";

    String other() {
      return key.equals(THRESHOLD) ? DRAFTS_RIGHT : THRESHOLD;
    }
  }
}
