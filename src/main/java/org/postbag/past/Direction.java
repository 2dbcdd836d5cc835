package org.postbag.past;

import java.util.Locale;

/// Whether a past letter came to the office or left it.
public enum Direction {
  RECEIVED,
  SENT;

  /// Its stable word, in the database as in JSON.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Direction of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
