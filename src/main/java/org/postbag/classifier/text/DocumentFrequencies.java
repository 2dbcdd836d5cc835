package org.postbag.classifier.text;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/// In how many letters each feature was seen. The shipped table stands for as many letters as it
/// says; letters of the office's own are added to it, so that it fades.
public final class DocumentFrequencies {
  private final double documents;
  private final IntFloatMap counts;

  /// Inverse document frequency, by the number of letters in which a feature was seen.
  private final float[] idfs;

  private DocumentFrequencies(double documents, IntFloatMap counts) {
    this.documents = documents;
    this.counts = counts;
    this.idfs = new float[(int) counts.max() + 1];
    for (int count = 0; count < idfs.length; count++) {
      idfs[count] = (float) Math.max(0, Math.log((documents + 1) / (count + 0.5)));
    }
  }

  /// The table that comes with the program: counts over public English letters.
  public static DocumentFrequencies shipped() {
    return Shipped.TABLE;
  }

  private static final class Shipped {
    static final DocumentFrequencies TABLE = load();

    private static DocumentFrequencies load() {
      try (InputStream in = DocumentFrequencies.class.getResourceAsStream("frequencies.bin")) {
        return in == null ? new DocumentFrequencies(0, new IntFloatMap(1)) : read(in);
      } catch (IOException e) {
        throw new UncheckedIOException("the shipped table of frequencies cannot be read", e);
      }
    }
  }

  /// Counts texts; each counts once for a feature.
  public static DocumentFrequencies count(Iterable<SparseVector> texts) {
    IntFloatMap counts = new IntFloatMap(1 << 12);
    int documents = 0;
    for (SparseVector text : texts) {
      documents++;
      text.forEach((feature, value) -> counts.add(feature, 1));
    }
    return new DocumentFrequencies(documents, counts);
  }

  /// This table and another together.
  public DocumentFrequencies plus(DocumentFrequencies other) {
    IntFloatMap sum = new IntFloatMap(counts.size() + other.counts.size());
    for (int key : counts.keys()) {
      sum.add(key, counts.get(key));
    }
    for (int key : other.counts.keys()) {
      sum.add(key, other.counts.get(key));
    }
    return new DocumentFrequencies(documents + other.documents, sum);
  }

  /// Inverse document frequency: the logarithm of how rare a feature is; at minCount 0.
  public float idf(int feature) {
    return idfs[(int) counts.get(feature)];
  }

  /// The same of many features.
  float[] idfs(int[] features) {
    float[] all = counts.get(features);
    for (int i = 0; i < all.length; i++) {
      all[i] = idfs[(int) all[i]];
    }
    return all;
  }

  /// The IDF of a feature that was never seen: the greatest there is, above 0.
  public float maxIdf() {
    return (float) Math.log((documents + 1) / 0.5);
  }

  /// Writes all features seen at minCount `minCount` times.
  public void write(OutputStream out, int minCount) throws IOException {
    DataOutputStream data = new DataOutputStream(out);
    int[] keys = counts.keys();
    int kept = 0;
    for (int key : keys) {
      kept += counts.get(key) >= minCount ? 1 : 0;
    }
    data.writeInt((int) documents);
    data.writeInt(kept);
    for (int key : keys) {
      if (counts.get(key) >= minCount) {
        data.writeInt(key);
        data.writeShort((int) counts.get(key));
      }
    }
    data.flush();
  }

  private static DocumentFrequencies read(InputStream in) throws IOException {
    ByteBuffer data = ByteBuffer.wrap(in.readAllBytes());
    int documents = data.getInt();
    int size = data.getInt();
    IntFloatMap counts = new IntFloatMap(size);
    for (int i = 0; i < size; i++) {
      counts.add(data.getInt(), data.getShort());
    }
    return new DocumentFrequencies(documents, counts);
  }
}
