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

  private static final String LANGUAGE = "en";

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{[^}]*\\}\\}");

  private TopicWords() {}

  private static String plain(String markdown) {
    return PLACEHOLDER.matcher(markdown).replaceAll(" ");
  }

  /// The vectors of all topics of a catalog, in its order, as English.
  public static List<Vector> all(Catalog catalog, Features features) {
    return catalog.all().stream()
        .map(topic -> of(topic, catalog.replyOf(topic), features))
        .toList();
  }

  /// The vector of one topic, as English.
  ///
  /// @param reply its standard reply, if it has one
  public static Vector of(Topic topic, Optional<StandardReply> reply, Features features) {
    List<Features.Weighted> texts = new ArrayList<>();
    texts.add(new Features.Weighted(Words.of(topic.title(), LANGUAGE), 1));
    for (Keyword keyword : topic.keywords()) {
      if (!keyword.excluded()) {
        List<Token> tokens = Words.of(keyword.text(), LANGUAGE);
        texts.add(new Features.Weighted(tokens, (float) keyword.weight()));
      }
    }
    Vector own = features.sum(texts);
    return reply
        .map(r -> own.plus(features.vector(Words.of(plain(r.markdown()), LANGUAGE)), REPLY_WEIGHT))
        .orElse(own);
  }
}
