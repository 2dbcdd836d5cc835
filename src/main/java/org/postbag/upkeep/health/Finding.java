package org.postbag.upkeep.health;

/// What a check found about one part.
///
/// @param part such as `disk`
/// @param words a sentence: what is the matter, and what mends it
public record Finding(String part, Level level, String words) {
  /// From well to broken.
  public enum Level {
    WELL,
    NOTICE,
    WARNING,
    DOWN
  }

  public static Finding well(String part, String words) {
    return new Finding(part, Level.WELL, words);
  }

  public static Finding notice(String part, String words) {
    return new Finding(part, Level.NOTICE, words);
  }

  public static Finding warning(String part, String words) {
    return new Finding(part, Level.WARNING, words);
  }

  public static Finding down(String part, String words) {
    return new Finding(part, Level.DOWN, words);
  }

  /// Whether nothing but the figures in the words has changed since that one.
  boolean isSameAs(Finding other) {
    return part.equals(other.part) && level == other.level;
  }
}
