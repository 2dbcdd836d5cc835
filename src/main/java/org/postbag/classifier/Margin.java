package org.postbag.classifier;

/// The margin between two labels' scores, as weights on their cosines and logits.
///
/// @param centroid weight of the cosine to the label
/// @param against the other label, [LabelledText#NONE] for none
/// @param otherCentroid weight of the cosine to the other
/// @param regression weight of the difference of logits
record Margin(int topic, float centroid, int against, float otherCentroid, float regression) {}
