package org.postbag.matching.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.postbag.classifier.embedding.Embedder;
import org.postbag.classifier.embedding.Embedding;
import org.postbag.database.Database;
import org.postbag.matching.Example;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The embeddings of decided letters, kept in the database, so that neither a training nor a start
/// computes thousands of them again. Embeddings of another sentence model are replaced.
final class EmbeddingCache {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddingCache.class);

  /// Stored in batches of this size: a process that ends in between continues there.
  private static final int BATCH = 50;

  private final JdbcEmbeddings rows;
  private final Embedder embedder;

  EmbeddingCache(Database database, Embedder embedder) {
    this.rows = new JdbcEmbeddings(database);
    this.embedder = embedder;
  }

  /// The examples with their embeddings, where these are stored. Computes nothing.
  List<Example> cached(List<Example> examples) {
    Map<Long, Embedding> kept = embedder.model().map(rows::of).orElse(Map.of());
    return examples.stream()
        .map(example -> example.withEmbedding(embedding(example, kept)))
        .toList();
  }

  private static Optional<Embedding> embedding(Example example, Map<Long, Embedding> kept) {
    return example.number().isPresent()
        ? Optional.ofNullable(kept.get(example.number().getAsLong()))
        : Optional.empty();
  }

  /// Whether any embedding has to be computed.
  boolean areMissing(List<Example> cached) {
    return embedder.model().isPresent() && cached.stream().anyMatch(e -> e.embedding().isEmpty());
  }

  /// The examples with their embeddings. Computes those that are not stored, some 30 ms each, and
  /// deletes those of letters that are no longer examples. Without a sentence model the examples
  /// are returned unchanged.
  List<Example> computed(List<Example> examples) {
    Optional<String> model = embedder.model();
    if (model.isEmpty()) {
      return examples;
    }
    List<Example> cached = cached(examples);
    long missing = cached.stream().filter(example -> example.embedding().isEmpty()).count();
    if (missing > 0) {
      LOG.info("Computing the embeddings of {} decided letters", missing);
    }
    Map<Long, Embedding> fresh = new HashMap<>();
    List<Example> all = new ArrayList<>();
    for (Example example : cached) {
      Optional<Embedding> embedding =
          example.embedding().or(() -> embedder.embed(example.letter()));
      if (example.embedding().isEmpty() && example.number().isPresent()) {
        embedding.ifPresent(computed -> fresh.put(example.number().getAsLong(), computed));
      }
      if (fresh.size() == BATCH) {
        rows.keep(model.get(), fresh);
        fresh.clear();
      }
      all.add(example.withEmbedding(embedding));
    }
    rows.keep(model.get(), fresh);
    forgetOthers(model.get(), examples);
    return all;
  }

  private void forgetOthers(String model, List<Example> examples) {
    Set<Long> others = new HashSet<>(rows.of(model).keySet());
    examples.stream()
        .map(Example::number)
        .filter(OptionalLong::isPresent)
        .forEach(number -> others.remove(number.getAsLong()));
    rows.forget(others);
  }
}
