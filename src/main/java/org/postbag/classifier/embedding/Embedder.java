package org.postbag.classifier.embedding;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.postbag.classifier.text.Passage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What letters mean, as far as they are asked and a model is at hand. Safe for several threads.
public final class Embedder {
  private static final Logger LOG = LoggerFactory.getLogger(Embedder.class);

  /// Letters are told by their words alone.
  public static final Embedder OFF = new Embedder(When.OFF, null, null);

  private static final String NO_MODEL = "this program was built without the sentence model";

  private static final String REMEDY =
      "start the variant with the model (POSTBAG_VARIANT=meaning bin/postbag, or mvn -Pmeaning"
          + " package and postbag-meaning.jar), or set postbag.matching.meaning to off";

  /// A model evidence at no more than a letter's first words.
  private static final int MAX_CHARACTERS = 4_000;

  /// Senses that are cache: 2 KB each.
  private static final int CACHE_SIZE = 4_000;

  private final When when;
  private final @Nullable SentenceModel model;
  private volatile @Nullable String trouble;
  private final Map<String, Embedding> cache =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Embedding> eldest) {
              return size() > CACHE_SIZE;
            }
          });

  /// Which letters are looked at for their meaning.
  public enum When {
    /// None.
    OFF,
    /// Those whose words leave it open.
    UNSURE,
    /// All.
    ALWAYS
  }

  private Embedder(When when, @Nullable SentenceModel model, @Nullable String trouble) {
    this.when = when;
    this.model = model;
    this.trouble = trouble;
  }

  /// With the model of this program, if it has one. What is missing stands in [#trouble].
  public static Embedder open(When when) {
    return open(
        when,
        ServiceLoader.load(SentenceModelSource.class, SentenceModelSource.class.getClassLoader()));
  }

  /// With the first model that the sources offer.
  public static Embedder open(When when, Iterable<SentenceModelSource> sources) {
    if (when == When.OFF) {
      return OFF;
    }
    try {
      for (SentenceModelSource source : sources) {
        return new Embedder(when, source.open(), null);
      }
      return unavailable(when, NO_MODEL + "; " + REMEDY);
    } catch (IOException | ServiceConfigurationError e) {
      return unavailable(
          when,
          "the sentence model cannot be used: "
              + e.getMessage()
              + "; build it again, and "
              + REMEDY);
    }
  }

  private static Embedder unavailable(When when, String trouble) {
    LOG.warn("Letters are matched by their words alone: {}", trouble);
    return new Embedder(when, null, trouble);
  }

  /// With that model, whatever the program brings along.
  public static Embedder of(When when, SentenceModel model) {
    return new Embedder(when, model, null);
  }

  public When when() {
    return when;
  }

  /// Why letters are matched by their words although their meaning is asked for, and what to do.
  public Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }

  /// The name of the model; empty when none is in use.
  public Optional<String> model() {
    return trouble == null ? Optional.ofNullable(model).map(SentenceModel::name) : Optional.empty();
  }

  /// What a letter means, by its subject and its first words; empty without a model.
  public Optional<Embedding> embed(Passage passage) {
    return embed(passage.subject() + "\n" + passage.text());
  }

  /// What a text means, by its first words; empty without a model. What was asked lately is cache,
  /// so a letter that is matched again, or a topic that stays, costs nothing.
  public Optional<Embedding> embed(String text) {
    if (model == null || trouble != null) {
      return Optional.empty();
    }
    String beginning = text.substring(0, Math.min(text.length(), MAX_CHARACTERS));
    String key = key(beginning);
    Embedding cached = cache.get(key);
    return cached == null ? compute(model, beginning, key) : Optional.of(cached);
  }

  private Optional<Embedding> compute(SentenceModel model, String text, String key) {
    try {
      Embedding embedding = model.embed(text);
      cache.put(key, embedding);
      return Optional.of(embedding);
    } catch (IllegalStateException e) {
      trouble = "the sentence model stopped working; start the program anew";
      LOG.error("From now on letters are matched by their words alone", e);
      return Optional.empty();
    }
  }

  private static String key(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
