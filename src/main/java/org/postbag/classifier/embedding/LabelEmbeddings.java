package org.postbag.classifier.embedding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What the topics' own words mean: a topic points between its title, and its title together with
/// its keywords.
///
/// @param topics one a topic, in the catalog's order; empty without a model
/// @param background of what people write about in general, to compare with: some ways of writing
///   are nearer to any topic than others
public record LabelEmbeddings(List<Embedding> topics, List<Embedding> background) {
  /// Where nothing is known of meaning.
  public static final LabelEmbeddings UNKNOWN = new LabelEmbeddings(List.of(), List.of());

  private static final List<String> BACKGROUND = readBackground();

  /// So many background are what a text might as well be about.
  private static final int NEAREST_BACKGROUND = 5;

  public LabelEmbeddings {
    topics = List.copyOf(topics);
    background = List.copyOf(background);
  }

  /// A label in words.
  ///
  /// @param title its name
  /// @param description its name together with its keywords
  public record Label(String title, String description) {}

  /// The embeddings of labels, in their order; [#UNKNOWN] without a model.
  public static LabelEmbeddings of(List<Label> labels, Embedder embedder) {
    List<Embedding> embeddings = new ArrayList<>();
    for (Label label : labels) {
      Optional<Embedding> title = embedder.embed(label.title());
      Optional<Embedding> all = embedder.embed(label.description());
      if (title.isEmpty() || all.isEmpty()) {
        return UNKNOWN;
      }
      embeddings.add(Embedding.centroid(List.of(title.get(), all.get())));
    }
    List<Embedding> background =
        BACKGROUND.stream().flatMap(text -> embedder.embed(text).stream()).toList();
    return new LabelEmbeddings(embeddings, background);
  }

  private static List<String> readBackground() {
    try (InputStream in = LabelEmbeddings.class.getResourceAsStream("background.txt")) {
      byte[] lines = Objects.requireNonNull(in).readAllBytes();
      return new String(lines, StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the background to compare with cannot be read", e);
    }
  }

  /// Whether nothing is known.
  public boolean isEmpty() {
    return topics.isEmpty();
  }

  /// Those of some of the topics, by their numbers.
  public LabelEmbeddings of(List<Integer> kept) {
    return isEmpty()
        ? this
        : new LabelEmbeddings(kept.stream().map(topics::get).toList(), background);
  }

  /// How near a text is to the background that it is nearest to.
  public double backgroundSimilarity(Embedding text) {
    double[] cosines = background.stream().mapToDouble(text::cosine).sorted().toArray();
    int from = Math.max(0, cosines.length - NEAREST_BACKGROUND);
    return Arrays.stream(cosines, from, cosines.length).average().orElse(0);
  }
}
