package org.postbag.classifier;

/// What was trained on embeddings.
///
/// @param weights fusion and gate for texts with an embedding, over all kinds of evidence
record EmbeddingModel(TopicEmbeddings topicEmbeddings, Weights weights) {}
