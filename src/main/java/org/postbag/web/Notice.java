package org.postbag.web;

/// Something that staff must know, shown at the top of every page until it is mended.
///
/// @param level how bad it is
/// @param what what is the matter, one sentence in plain words
/// @param mend what to do about it; may be empty
public record Notice(Level level, String what, String mend) {
  /// Something does not work; something is to be looked at; something is good to know.
  public enum Level {
    ERROR,
    WARNING,
    INFORMATION
  }
}
