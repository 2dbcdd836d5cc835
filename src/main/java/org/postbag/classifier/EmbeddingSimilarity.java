package org.postbag.classifier;

/// The embedding evidence of a text for one label.
///
/// @param centroid the cosine to the centroid of the label's text and examples, -1 to 1
/// @param regression the logit of a regression over embeddings; 0 without examples
/// @param nearest the cosine to the nearest of the label's text and examples
/// @param sample the index of that example, [#LABEL] when the label's text is nearest
/// @param phrases the mean cosine to the three nearest of the label's title and keywords
/// @param background the text's similarity to the background texts
public record EmbeddingSimilarity(
    double centroid,
    double regression,
    double nearest,
    int sample,
    double phrases,
    double background) {
  public static final int LABEL = -1;

  /// Of a text without an embedding.
  static final EmbeddingSimilarity UNKNOWN = new EmbeddingSimilarity(0, 0, 0, LABEL, 0, 0);

  /// How near the text is to the label, by whichever shows it best.
  double likeness() {
    return Math.max(centroid, phrases);
  }

  /// The likeness less what any text on something else has.
  double contrast() {
    return likeness() - background;
  }
}
