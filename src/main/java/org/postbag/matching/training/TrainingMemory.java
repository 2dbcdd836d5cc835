package org.postbag.matching.training;

/// How much memory training needs, by measurement.
public final class TrainingMemory {
  /// More examples hardly improve a model.
  private static final int MAX_LETTERS = 5_000;

  /// Memory for one example during training: tokens, features, and their copies.
  private static final int BYTES_PER_LETTER = 40_000;

  /// The numbers that L-BFGS keeps for each example and topic.
  private static final int OPTIMIZER_BYTES = 32 * Float.BYTES;

  private TrainingMemory() {}

  /// How many examples fit into two fifths of the memory during training, at least one for each
  /// topic. The current model needs memory meanwhile.
  ///
  /// @param memory bytes that the program may take
  public static int maxLetters(int topics, long memory) {
    long texts = memory / 5 * 2 / (BYTES_PER_LETTER + (long) OPTIMIZER_BYTES * topics);
    return Math.clamp(texts - topics, Math.min(topics, MAX_LETTERS), MAX_LETTERS);
  }
}
