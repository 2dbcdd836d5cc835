package org.postbag.search;

import java.util.Map;

/// How far the index has followed the database.
///
/// @param letters every letter up to this number is in it
/// @param decisions every decision on a topic up to this number is in it
record IndexPosition(long letters, long decisions) {
  static final IndexPosition START = new IndexPosition(0, 0);

  /// Raised whenever fields or the way to split words change: an index of another version is made
  /// anew.
  private static final String VERSION = "4";

  Map<String, String> written() {
    return Map.of(
        "version",
        VERSION,
        "letters",
        Long.toString(letters),
        "decisions",
        Long.toString(decisions));
  }

  static boolean isOfThisVersion(Map<String, String> written) {
    return VERSION.equals(written.get("version"));
  }

  static IndexPosition of(Map<String, String> written) {
    return new IndexPosition(
        Long.parseLong(written.getOrDefault("letters", "0")),
        Long.parseLong(written.getOrDefault("decisions", "0")));
  }
}
