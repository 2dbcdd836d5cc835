package org.postbag.classifier.embedding;

import java.nio.ByteBuffer;
import java.util.List;

/// The direction that a text's meaning points in: a vector of length 1.
public final class Embedding {
  private final float[] values;

  private Embedding(float[] values) {
    this.values = values;
  }

  /// The direction of a vector of any length; a vector of length 0 points nowhere and stays so.
  public static Embedding of(float[] vector) {
    double squares = 0;
    for (float value : vector) {
      squares += (double) value * value;
    }
    float length = squares == 0 ? 1 : (float) Math.sqrt(squares);
    float[] values = new float[vector.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = vector[i] / length;
    }
    return new Embedding(values);
  }

  /// The direction between several, at least one.
  public static Embedding centroid(List<Embedding> embeddings) {
    float[] sum = new float[embeddings.getFirst().size()];
    for (Embedding embedding : embeddings) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += embedding.values[i];
      }
    }
    return of(sum);
  }

  /// How many numbers it has.
  public int size() {
    return values.length;
  }

  public float value(int i) {
    return values[i];
  }

  /// The cosine of the angle to another of the same model, -1 to 1.
  public float cosine(Embedding other) {
    float[] a = values;
    float[] b = other.values;
    float even = 0;
    float odd = 0;
    // Two sums: the processor adds to one while it still adds to the other.
    for (int i = 0; i + 1 < a.length; i += 2) {
      even += a[i] * b[i];
      odd += a[i + 1] * b[i + 1];
    }
    return a.length % 2 == 0 ? even + odd : even + odd + a[a.length - 1] * b[a.length - 1];
  }

  /// To be kept: four bytes a number (IEEE 754, big-endian).
  public byte[] toBytes() {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }

  /// What [#toBytes] gave.
  public static Embedding ofBytes(byte[] bytes) {
    float[] values = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
    return new Embedding(values);
  }
}
