package org.postbag.search;

import java.util.Map;

/// How far the index has followed the database.
///
/// @param letters every letter up to this number is indexed
/// @param decisions every decision up to this number is indexed
record IndexPosition(long letters, long decisions) {
  static final IndexPosition START = new IndexPosition(0, 0);

  /// To be raised whenever fields or tokenization change: an index of another version is rebuilt.
  private static final String VERSION = "5";

  Map<String, String> toCommitData() {
    return Map.of(
        "version",
        VERSION,
        "letters",
        Long.toString(letters),
        "decisions",
        Long.toString(decisions));
  }

  static boolean isOfThisVersion(Map<String, String> commitData) {
    return VERSION.equals(commitData.get("version"));
  }

  static IndexPosition of(Map<String, String> commitData) {
    return new IndexPosition(
        Long.parseLong(commitData.getOrDefault("letters", "0")),
        Long.parseLong(commitData.getOrDefault("decisions", "0")));
  }
}
