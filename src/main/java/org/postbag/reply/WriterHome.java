package org.postbag.reply;

import java.util.Locale;

/// Where a writer lives, as far as a reply cares and the figures count.
public enum WriterHome {
  /// In the constituency, or at a place that may be in it or not.
  HERE,
  ELSEWHERE,
  /// The letter does not say.
  NOT_SAID;

  /// The word in the database: `here`, `elsewhere`, `not-said`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
