package org.postbag.classifier;

/// The lead of one topic's score over another's.
///
/// @param centroid how much the cosine to the topic counts
/// @param against the other topic, [LabelledText#NONE] for none
/// @param otherCentroid how much the cosine to the other counts
/// @param regression how much the regression counts
record Margin(int topic, float centroid, int against, float otherCentroid, float regression) {}
