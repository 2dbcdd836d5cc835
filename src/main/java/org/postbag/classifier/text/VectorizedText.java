package org.postbag.classifier.text;

import java.util.List;

/// A text that was read: its words, its features, and where in the text each of these stands.
public final class VectorizedText {
  private final List<Token> tokens;
  private final List<Block> blocks;
  private final SparseVector sparseVector;

  /// For each feature of the blocks, one after the other, its place in the vector.
  private final int[] place;

  /// Features of one kind.
  static final class Block {
    private final FeatureOccurrences featureOccurrences;
    private final int[] features;
    private final float[] values;

    /// @param features each once, by the numbers that they have in `featureOccurrences`
    /// @param values what each is in the vector, by the same numbers
    Block(FeatureOccurrences featureOccurrences, int[] features, float[] values) {
      this.featureOccurrences = featureOccurrences;
      this.features = features;
      this.values = values;
    }

    /// The part of each feature's value that one occurrence of weight 1 has.
    private float[] once() {
      float[] once = new float[values.length];
      for (int number = 0; number < once.length; number++) {
        once[number] = values[number] / featureOccurrences.count(number);
      }
      return once;
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
    this.place = new int[order.length];
    this.sparseVector = vector(order, values);
  }

  private SparseVector vector(long[] order, float[] values) {
    int[] features = new int[order.length];
    float[] sorted = new float[order.length];
    for (int i = 0; i < order.length; i++) {
      features[i] = (int) (order[i] >> 32);
      sorted[i] = values[(int) order[i]];
      place[(int) order[i]] = i;
    }
    return new SparseVector(features, sorted);
  }

  /// Its words, as [Tokenizer#of(Passage)] gives them.
  public List<Token> tokens() {
    return tokens;
  }

  /// Calls for each word and each pair of words once, in no order.
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
    return sparseVector;
  }

  /// Takes the part of a feature's value that stands in one word.
  public interface Spread {
    /// Takes one part.
    ///
    /// @param token the word's place in the text
    /// @param at the feature's place in the vector
    void visit(int token, int at, float value);
  }

  /// Calls for each place of each feature, with its part of the feature's value.
  public void spread(Spread spread) {
    int first = 0;
    for (Block block : blocks) {
      FeatureOccurrences all = block.featureOccurrences;
      float[] once = block.once();
      for (int i = 0; i < all.size(); i++) {
        int number = all.number(i);
        spread.visit(all.token(i), place[first + number], once[number] * all.weight(i));
      }
      first += block.features.length;
    }
  }
}
