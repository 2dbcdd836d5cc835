package org.postbag.matching.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.Keyword;
import org.postbag.catalog.StandardReply;
import org.postbag.catalog.Topic;

/// A topic's own words as the vector of a text: its title, its keywords by their weight, and a
/// little of its standard reply.
public final class TopicWords {
  /// A reply says much that is not its topic: more of it than this makes matching worse.
  private static final float REPLY_WEIGHT = 0.15f;

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{[^}]*\\}\\}");

  private TopicWords() {}

  private static String plain(String markdown) {
    return PLACEHOLDER.matcher(markdown).replaceAll(" ");
  }

  /// The vectors of all topics of a catalog, in its order, as English.
  public static List<Vector> all(Catalog catalog, Features features) {
    return catalog.all().stream()
        .map(topic -> of(topic, catalog.replyOf(topic), features, "en"))
        .toList();
  }

  static Vector of(Topic topic, Optional<StandardReply> reply, Features features, String language) {
    List<Features.Weighted> texts = new ArrayList<>();
    texts.add(new Features.Weighted(Words.of(topic.title(), language), 1));
    for (Keyword keyword : topic.keywords()) {
      if (!keyword.excluded()) {
        List<Token> tokens = Words.of(keyword.text(), language);
        texts.add(new Features.Weighted(tokens, (float) keyword.weight()));
      }
    }
    Vector own = features.sum(texts);
    return reply
        .map(r -> own.plus(features.vector(Words.of(plain(r.markdown()), language)), REPLY_WEIGHT))
        .orElse(own);
  }
}
