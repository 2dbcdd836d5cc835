package org.postbag.classifier;

/// How alike a letter's meaning is to a topic's.
///
/// @param centroid the cosine to the middle of the topic's own words and its letters
/// @param regression the score of a regression between the topics; 0 without letters
/// @param nearest the cosine to the nearest of its own words and its letters
/// @param sample the number of the nearest letter among those learned from, [#LABEL] when the
///   topic's own words are nearer than any
/// @param contrast how much nearer the centroid is than what the letter might as well be about
public record EmbeddingSimilarity(double centroid, double regression, double nearest, int sample, double contrast) {
  public static final int LABEL = -1;

  /// Of a letter whose meaning is not known.
  static final EmbeddingSimilarity UNKNOWN = new EmbeddingSimilarity(0, 0, 0, LABEL, 0);
}
