package org.postbag.classifier;

/// The lead of one topic's score over another's.
///
/// @param centre how much the cosine to the topic counts
/// @param against the other topic, [LabelledText#NONE] for none
/// @param otherCentre how much the cosine to the other counts
/// @param regression how much the regression counts
record Margin(int topic, float centre, int against, float otherCentre, float regression) {}
