package org.postbag.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.postbag.catalog.Problem;
import org.postbag.classifier.embedding.Embedder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// The health check's part on matching: WARNING, which is still healthy, when letters' meaning is
/// asked for and the program has no model that tells it, when the index cannot be written, or when
/// there was too little memory to train a model.
final class MatchingHealth implements HealthIndicator {
  private final Embedder meaning;
  private final Supplier<Optional<Problem>> index;
  private final BooleanSupplier lacksMemory;

  /// @param index why the index cannot be written
  /// @param lacksMemory whether there was too little to train a model
  MatchingHealth(Embedder meaning, Supplier<Optional<Problem>> index, BooleanSupplier lacksMemory) {
    this.meaning = meaning;
    this.index = index;
    this.lacksMemory = lacksMemory;
  }

  @Override
  public Health health() {
    Map<String, String> troubles = new LinkedHashMap<>();
    meaning.trouble().ifPresent(why -> troubles.put("meaning", why));
    index.get().ifPresent(why -> troubles.put("index", why.toString()));
    if (lacksMemory.getAsBoolean()) {
      troubles.put("learning", "too little memory; letters are matched as before");
    }
    Health.Builder health =
        troubles.isEmpty() ? Health.up() : Health.status(MailboxesHealth.WARNING);
    return health.withDetails(troubles).build();
  }
}
