package org.postbag.web;

import java.util.List;

/// Something that staff must know, shown at the top of every page until it is mended.
///
/// @param level how bad it is
/// @param what what is the matter, one sentence in plain words
/// @param mend what to do about it; may be empty
/// @param letters the numbers of letters that are to be looked at
public record Notice(Level level, String what, String mend, List<Long> letters) {
  public Notice {
    letters = List.copyOf(letters);
  }

  public Notice(Level level, String what, String mend) {
    this(level, what, mend, List.of());
  }

  /// Something does not work; something is to be looked at; something is good to know.
  public enum Level {
    ERROR,
    WARNING,
    INFORMATION
  }
}
