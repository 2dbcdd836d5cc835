package org.postbag.matching.keywords;

import org.postbag.catalog.Catalog;
import org.postbag.catalog.Keyword;
import org.postbag.catalog.Topic;
import org.postbag.classifier.embedding.Embedder;
import org.postbag.classifier.embedding.LabelEmbeddings;

/// The topics of a catalog as labels for the sentence model.
public final class TopicLabels {
  private TopicLabels() {}

  /// The embeddings of a catalog's topics, in its order.
  public static LabelEmbeddings embeddings(Catalog catalog, Embedder embedder) {
    return LabelEmbeddings.of(catalog.all().stream().map(TopicLabels::label).toList(), embedder);
  }

  private static LabelEmbeddings.Label label(Topic topic) {
    return new LabelEmbeddings.Label(
        topic.title(),
        topic.keywords().stream()
            .filter(keyword -> !keyword.excluded())
            .map(Keyword::text)
            .toList());
  }
}
