package org.postbag.matching.meaning;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.Keyword;
import org.postbag.catalog.Topic;

/// What the topics' own words mean: a topic points between its title, and its title together with
/// its keywords.
///
/// @param topics one a topic, in the catalog's order; empty without a model
/// @param matters of what people write about in general, to compare with: some ways of writing are
///   nearer to any topic than others
public record OwnSenses(List<Sense> topics, List<Sense> matters) {
  /// Where nothing is known of meaning.
  public static final OwnSenses UNKNOWN = new OwnSenses(List.of(), List.of());

  private static final List<String> MATTERS = readMatters();

  /// So many matters are what a letter might as well be about.
  private static final int NEAREST_MATTERS = 5;

  public OwnSenses {
    topics = List.copyOf(topics);
    matters = List.copyOf(matters);
  }

  /// Those of a catalog's topics.
  public static OwnSenses all(Catalog catalog, Meaning meaning) {
    List<Sense> senses = new ArrayList<>();
    for (Topic topic : catalog.all()) {
      Optional<Sense> title = meaning.of(topic.title());
      Optional<Sense> all = meaning.of(words(topic));
      if (title.isEmpty() || all.isEmpty()) {
        return UNKNOWN;
      }
      senses.add(Sense.between(List.of(title.get(), all.get())));
    }
    List<Sense> matters = MATTERS.stream().flatMap(text -> meaning.of(text).stream()).toList();
    return new OwnSenses(senses, matters);
  }

  private static String words(Topic topic) {
    Stream<String> keywords =
        topic.keywords().stream().filter(keyword -> !keyword.excluded()).map(Keyword::text);
    return topic.title() + ". " + keywords.collect(Collectors.joining(", "));
  }

  private static List<String> readMatters() {
    try (InputStream in = OwnSenses.class.getResourceAsStream("matters.txt")) {
      byte[] lines = Objects.requireNonNull(in).readAllBytes();
      return new String(lines, StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the matters to compare with cannot be read", e);
    }
  }

  /// Whether nothing is known.
  public boolean isEmpty() {
    return topics.isEmpty();
  }

  /// Those of some of the topics, by their numbers.
  public OwnSenses of(List<Integer> kept) {
    return isEmpty() ? this : new OwnSenses(kept.stream().map(topics::get).toList(), matters);
  }

  /// How near a letter is to the matters that it is nearest to.
  public double usual(Sense letter) {
    double[] cosines = matters.stream().mapToDouble(letter::cosine).sorted().toArray();
    int from = Math.max(0, cosines.length - NEAREST_MATTERS);
    return Arrays.stream(cosines, from, cosines.length).average().orElse(0);
  }
}
