package org.postbag.matching.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.postbag.classifier.embedding.Embedder;
import org.postbag.classifier.embedding.Embedding;
import org.postbag.database.Database;
import org.postbag.matching.Example;

/// What decided letters mean, kept, so that neither another lesson nor another start asks the model
/// for thousands of them again. Another model makes them anew.
final class EmbeddingCache {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddingCache.class);

  /// So many are kept at a time: a program that ends meanwhile goes on there.
  private static final int AT_A_TIME = 50;

  private final JdbcEmbeddings rows;
  private final Embedder embedder;

  EmbeddingCache(Database database, Embedder embedder) {
    this.rows = new JdbcEmbeddings(database);
    this.embedder = embedder;
  }

  /// The examples with what they mean, as far as that is kept. The model is not asked.
  List<Example> known(List<Example> examples) {
    Map<Long, Embedding> kept = embedder.model().map(rows::of).orElse(Map.of());
    return examples.stream().map(example -> example.meaning(sense(example, kept))).toList();
  }

  private static Optional<Embedding> sense(Example example, Map<Long, Embedding> kept) {
    return example.number().isPresent()
        ? Optional.ofNullable(kept.get(example.number().getAsLong()))
        : Optional.empty();
  }

  /// Whether the model must be asked before the examples' meaning is known.
  boolean areMissing(List<Example> known) {
    return embedder.model().isPresent() && known.stream().anyMatch(e -> e.sense().isEmpty());
  }

  /// The examples with what they mean. Asks the model for those that are not kept yet, some 30 ms
  /// each, and forgets letters that are no examples any more. Without a model the examples stay as
  /// they are.
  List<Example> all(List<Example> examples) {
    Optional<String> model = embedder.model();
    if (model.isEmpty()) {
      return examples;
    }
    List<Example> known = known(examples);
    long missing = known.stream().filter(example -> example.sense().isEmpty()).count();
    if (missing > 0) {
      LOG.info("Reading the meaning of {} decided letters", missing);
    }
    Map<Long, Embedding> fresh = new HashMap<>();
    List<Example> all = new ArrayList<>();
    for (Example example : known) {
      Optional<Embedding> sense = example.sense().or(() -> embedder.embed(example.letter()));
      if (example.sense().isEmpty() && example.number().isPresent()) {
        sense.ifPresent(made -> fresh.put(example.number().getAsLong(), made));
      }
      if (fresh.size() == AT_A_TIME) {
        rows.keep(model.get(), fresh);
        fresh.clear();
      }
      all.add(example.meaning(sense));
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
