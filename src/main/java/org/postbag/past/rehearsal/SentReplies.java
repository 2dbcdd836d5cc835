package org.postbag.past.rehearsal;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.Markdown;
import org.postbag.catalog.Placeholder;
import org.postbag.catalog.Topic;
import org.postbag.catalog.TopicId;
import org.postbag.classifier.text.Passage;
import org.postbag.classifier.text.ShingleSet;
import org.postbag.classifier.text.Shingles;
import org.postbag.classifier.text.StockPhrases;
import org.postbag.past.PastLetter;
import org.postbag.past.standard.FoundReply;
import org.postbag.past.standard.FoundReply.Passages;
import org.postbag.past.standard.PastReply;

/// Which of a catalog's standard replies the sent ones are.
///
/// A group of replies in nearly the same words is the catalog's reply that shares most of its text,
/// of now or of before: the catalog has the newest wording alone.
final class SentReplies {
  private static final double GROUP = 0.3;

  /// A single reply has words of its own as well.
  private static final double SINGLE = 0.6;

  private static final StockPhrases NO_STOCK = new StockPhrases();

  private final Map<TopicId, ShingleSet> texts = new LinkedHashMap<>();
  private final Map<Long, TopicId> topics = new HashMap<>();
  private final Set<Long> groups = new HashSet<>();

  SentReplies(Catalog catalog, Collection<PastReply> sent, List<FoundReply> found) {
    for (Topic topic : catalog.all()) {
      catalog.replyOf(topic).ifPresent(reply -> texts.put(topic.id(), shingles(reply.markdown())));
    }
    found.forEach(this::add);
    for (PastReply one : sent) {
      PastLetter reply = one.reply();
      if (!groups.contains(reply.id())) {
        nearest(shingles(reply.ownText()), SINGLE).ifPresent(t -> topics.put(reply.id(), t));
      }
    }
  }

  private static ShingleSet shingles(String markdown) {
    return Shingles.of(Passage.of(Placeholder.fill(Markdown.text(markdown), _ -> " "))).set();
  }

  private void add(FoundReply found) {
    StringBuilder all = new StringBuilder(found.letter());
    found.earlier().stream().map(Passages::text).forEach(text -> all.append("\n\n").append(text));
    Optional<TopicId> topic = nearest(shingles(all.toString()), GROUP);
    for (PastReply sent : found.replies()) {
      groups.add(sent.reply().id());
      topic.ifPresent(t -> topics.put(sent.reply().id(), t));
    }
  }

  private Optional<TopicId> nearest(ShingleSet text, double least) {
    Optional<TopicId> best = Optional.empty();
    double most = least;
    for (Map.Entry<TopicId, ShingleSet> one : texts.entrySet()) {
      double overlap = one.getValue().overlap(text, least, NO_STOCK);
      if (overlap >= most) {
        most = overlap;
        best = Optional.of(one.getKey());
      }
    }
    return best;
  }

  /// What a letter was answered with.
  RealAnswer of(PastLetter reply) {
    TopicId topic = topics.get(reply.id());
    if (topic != null) {
      return new RealAnswer.OfTopic(topic);
    }
    return groups.contains(reply.id()) ? new RealAnswer.OtherText() : new RealAnswer.ByHand();
  }
}
