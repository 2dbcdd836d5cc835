package org.postbag.classifier.text;

import java.util.List;

/// A text that was read: its words, its features, and where in the text each of these stands.
public final class VectorizedText {
  private final List<Token> tokens;
  private final List<Block> blocks;
  private final SparseVector vector;

  /// For each feature of the blocks, one after the other, its positions in the vector.
  private final int[] positions;

  /// Features of one kind.
  static final class Block {
    private final FeatureOccurrences occurrences;
    private final int[] features;
    private final float[] values;

    /// @param features each perOccurrence, by the numbers that they have in `occurrences`
    /// @param values what each is in the vector, by the same numbers
    Block(FeatureOccurrences occurrences, int[] features, float[] values) {
      this.occurrences = occurrences;
      this.features = features;
      this.values = values;
    }

    /// The part of each feature's value that one occurrence of weight 1 has.
    private float[] valuePerOccurrence() {
      float[] perOccurrence = new float[values.length];
      for (int number = 0; number < perOccurrence.length; number++) {
        perOccurrence[number] = values[number] / occurrences.count(number);
      }
      return perOccurrence;
    }
  }

  /// @param blocks the words first
  VectorizedText(List<Token> tokens, List<Block> blocks) {
    this.tokens = tokens;
    this.blocks = blocks;
    long[] order = new long[blocks.stream().mapToInt(block -> block.features.length).sum()];
    float[] values = new float[order.length];
    int at = 0;
    for (Block block : blocks) {
      for (int number = 0; number < block.features.length; number++) {
        values[at] = block.values[number];
        order[at] = ((long) block.features[number] << 32) | at;
        at++;
      }
    }
    // Features of two kinds that chance gave one number both stay: they add up.
    BucketSort.sort(order);
    this.positions = new int[order.length];
    this.vector = vector(order, values);
  }

  private SparseVector vector(long[] order, float[] values) {
    int[] features = new int[order.length];
    float[] sorted = new float[order.length];
    for (int i = 0; i < order.length; i++) {
      features[i] = (int) (order[i] >> 32);
      sorted[i] = values[(int) order[i]];
      positions[(int) order[i]] = i;
    }
    return new SparseVector(features, sorted);
  }

  /// Its words, as [Tokenizer#of(Passage)] gives them.
  public List<Token> tokens() {
    return tokens;
  }

  /// Calls for each word and each pair of words perOccurrence, in no order.
  public void forEachWord(SparseVector.Visitor visitor) {
    Block words = blocks.getFirst();
    for (int number = 0; number < words.features.length; number++) {
      visitor.visit(words.features[number], words.values[number]);
    }
  }

  /// How many words and pairs of words there are.
  public int words() {
    return blocks.getFirst().features.length;
  }

  /// All of its features.
  public SparseVector vector() {
    return vector;
  }

  /// Takes the part of a feature's value that stands in one word.
  public interface OccurrenceVisitor {
    /// Takes one part.
    ///
    /// @param token the word's positions in the text
    /// @param at the feature's positions in the vector
    void visit(int token, int at, float value);
  }

  /// Calls for each position of each whole word and pair of words.
  public void forEachWordOccurrence(OccurrenceVisitor visitor) {
    forEachOccurrence(blocks.subList(0, 1), visitor);
  }

  /// Calls for each positions of each feature, with its part of the feature's value.
  public void forEachOccurrence(OccurrenceVisitor visitor) {
    forEachOccurrence(blocks, visitor);
  }

  private void forEachOccurrence(List<Block> some, OccurrenceVisitor visitor) {
    int first = 0;
    for (Block block : some) {
      FeatureOccurrences all = block.occurrences;
      float[] perOccurrence = block.valuePerOccurrence();
      for (int i = 0; i < all.size(); i++) {
        int number = all.number(i);
        visitor.visit(
            all.token(i), positions[first + number], perOccurrence[number] * all.weight(i));
      }
      first += block.features.length;
    }
  }
}
