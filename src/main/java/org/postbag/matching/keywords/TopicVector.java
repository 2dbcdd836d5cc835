package org.postbag.matching.keywords;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.Keyword;
import org.postbag.catalog.StandardReply;
import org.postbag.catalog.Topic;
import org.postbag.classifier.text.SparseVector;
import org.postbag.classifier.text.Token;
import org.postbag.classifier.text.Tokenizer;
import org.postbag.classifier.text.Vectorizer;

/// A topic as a vector of text features: its title, its keywords by weight, and a little of its
/// standard reply.
public final class TopicVector {
  /// A reply also says much that is not about its topic; a greater weight makes matching worse.
  private static final float REPLY_WEIGHT = 0.15f;

  private static final String LANGUAGE = "en";

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{[^}]*\\}\\}");

  private TopicVector() {}

  private static String plain(String markdown) {
    return PLACEHOLDER.matcher(markdown).replaceAll(" ");
  }

  /// The vectors of all topics of a catalog, in its order, stemmed as English.
  public static List<SparseVector> all(Catalog catalog, Vectorizer vectorizer) {
    return catalog.all().stream()
        .map(topic -> of(topic, catalog.replyOf(topic), vectorizer))
        .toList();
  }

  /// The vector of one topic, stemmed as English.
  ///
  /// @param reply its standard reply, if it has one
  public static SparseVector of(Topic topic, Optional<StandardReply> reply, Vectorizer vectorizer) {
    List<Vectorizer.Weighted> texts = new ArrayList<>();
    texts.add(new Vectorizer.Weighted(Tokenizer.of(topic.title(), LANGUAGE), 1));
    for (Keyword keyword : topic.keywords()) {
      if (!keyword.excluded()) {
        List<Token> tokens = Tokenizer.of(keyword.text(), LANGUAGE);
        texts.add(new Vectorizer.Weighted(tokens, (float) keyword.weight()));
      }
    }
    SparseVector own = vectorizer.sum(texts);
    return reply
        .map(r ->
            own.plus(
                vectorizer.vectorizeWords(Tokenizer.of(plain(r.markdown()), LANGUAGE)).vector(),
                REPLY_WEIGHT))
        .orElse(own);
  }
}
