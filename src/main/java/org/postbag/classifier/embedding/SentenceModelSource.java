package org.postbag.classifier.embedding;

import java.io.IOException;

/// Where a [SentenceModel] comes from; found through [java.util.ServiceLoader].
public interface SentenceModelSource {
  /// Loads the model, from what the program brings along.
  ///
  /// @throws IOException when it is damaged, or cannot run on this system; its message says which
  SentenceModel open() throws IOException;
}
