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
import java.util.stream.Stream;

/// What the topics' own words mean: a topic points between its title, and its title together with
/// its keywords. Each keyword also has a vector of its own, so that further keywords never lower
/// the score of a letter that one of them fits.
///
/// @param topics one a topic, in the catalog's order; empty without a model
/// @param phrases the title and the keywords of each topic, each by itself
/// @param background of what people write about in general, to compare with: some ways of writing
///   are nearer to any topic than others
public record LabelEmbeddings(
    List<Embedding> topics, List<List<Embedding>> phrases, List<Embedding> background) {
  /// Where nothing is known of meaning.
  public static final LabelEmbeddings UNKNOWN =
      new LabelEmbeddings(List.of(), List.of(), List.of());

  private static final List<String> BACKGROUND = readBackground();

  /// So many background are what a text might as well be about.
  private static final int NEAREST_BACKGROUND = 5;

  private static final int NEAREST_PHRASES = 3;

  public LabelEmbeddings {
    topics = List.copyOf(topics);
    phrases = phrases.stream().map(List::copyOf).toList();
    background = List.copyOf(background);
  }

  /// A label in words.
  ///
  /// @param title its name
  /// @param keywords what it is known by
  public record Label(String title, List<String> keywords) {
    String description() {
      return title + ". " + String.join(", ", keywords);
    }
  }

  /// The embeddings of labels, in their order; [#UNKNOWN] without a model.
  public static LabelEmbeddings of(List<Label> labels, Embedder embedder) {
    List<Embedding> embeddings = new ArrayList<>();
    List<List<Embedding>> phrases = new ArrayList<>();
    for (Label label : labels) {
      Optional<Embedding> title = embedder.embed(label.title());
      Optional<Embedding> all = embedder.embed(label.description());
      if (title.isEmpty() || all.isEmpty()) {
        return UNKNOWN;
      }
      embeddings.add(Embedding.centroid(List.of(title.get(), all.get())));
      phrases.add(
          Stream.concat(Stream.of(label.title()), label.keywords().stream())
              .flatMap(phrase -> embedder.embed(phrase).stream())
              .toList());
    }
    List<Embedding> background =
        BACKGROUND.stream().flatMap(text -> embedder.embed(text).stream()).toList();
    return new LabelEmbeddings(embeddings, phrases, background);
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
        : new LabelEmbeddings(
            kept.stream().map(topics::get).toList(),
            kept.stream().map(phrases::get).toList(),
            background);
  }

  /// The mean cosine of a text to the three phrases of a topic that it is nearest to.
  public double phraseSimilarity(int topic, Embedding text) {
    return meanOfGreatest(phrases.get(topic), text, NEAREST_PHRASES);
  }

  /// How near a text is to the background that it is nearest to.
  public double backgroundSimilarity(Embedding text) {
    return meanOfGreatest(background, text, NEAREST_BACKGROUND);
  }

  private static double meanOfGreatest(List<Embedding> all, Embedding text, int greatest) {
    double[] cosines = all.stream().mapToDouble(text::cosine).sorted().toArray();
    int from = Math.max(0, cosines.length - greatest);
    return Arrays.stream(cosines, from, cosines.length).average().orElse(0);
  }
}
