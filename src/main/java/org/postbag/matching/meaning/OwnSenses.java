package org.postbag.matching.meaning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.Keyword;
import org.postbag.catalog.Topic;

/// What the topics' own words mean: a topic points between its title, and its title together with
/// its keywords.
public final class OwnSenses {
  private OwnSenses() {}

  /// The senses of all topics of a catalog, in its order; empty without a model.
  public static List<Sense> all(Catalog catalog, Meaning meaning) {
    List<Sense> senses = new ArrayList<>();
    for (Topic topic : catalog.all()) {
      Optional<Sense> title = meaning.of(topic.title());
      Optional<Sense> all = meaning.of(words(topic));
      if (title.isEmpty() || all.isEmpty()) {
        return List.of();
      }
      senses.add(Sense.between(List.of(title.get(), all.get())));
    }
    return senses;
  }

  private static String words(Topic topic) {
    Stream<String> keywords =
        topic.keywords().stream().filter(keyword -> !keyword.excluded()).map(Keyword::text);
    return topic.title() + ". " + keywords.collect(Collectors.joining(", "));
  }
}
