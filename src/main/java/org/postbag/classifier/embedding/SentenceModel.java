package org.postbag.classifier.embedding;

/// A model that was trained to tell what sentences mean. Safe for several threads.
public interface SentenceModel {
  /// What sets it apart from other models: senses of different models cannot be compared.
  String name();

  /// What a text means, by its beginning.
  ///
  /// @throws IllegalStateException when the model does not work any more
  Embedding embed(String text);
}
