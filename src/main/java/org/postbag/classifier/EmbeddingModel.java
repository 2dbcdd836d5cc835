package org.postbag.classifier;

/// What was learned about the topics' meaning.
///
/// @param topicEmbeddings the topics' directions
/// @param weights how much each kind of evidence counts, that of the words among it, where a
///   letter's meaning is known
record EmbeddingModel(TopicEmbeddings topicEmbeddings, Weights weights) {}
