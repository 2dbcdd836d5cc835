package org.postbag.matching.training;

/// What learning takes of the program's memory, by measuring.
public final class TrainingMemory {
  /// More decided letters teach hardly more.
  private static final int MAX_LETTERS = 5_000;

  /// What a letter takes while it is learned from: its words, its features, and their copies.
  private static final int BYTES_PER_LETTER = 40_000;

  /// The numbers that the regression's search keeps for each letter and topic.
  private static final int OPTIMIZER_BYTES = 32 * Float.BYTES;

  private TrainingMemory() {}

  /// How many letters a lesson can be learned from: as many as two fifths of the memory hold while
  /// it is learned, at least one for each topic. The lesson in force takes up memory meanwhile.
  ///
  /// @param memory bytes that the program may take
  public static int maxLetters(int topics, long memory) {
    long texts = memory / 5 * 2 / (BYTES_PER_LETTER + (long) OPTIMIZER_BYTES * topics);
    return Math.clamp(texts - topics, Math.min(topics, MAX_LETTERS), MAX_LETTERS);
  }
}
