package org.postbag.web.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.StandardReply;
import org.postbag.catalog.Topic;
import org.postbag.catalog.TopicId;
import org.postbag.email.Letter;
import org.postbag.ledger.DraftReason;
import org.postbag.matching.Match;
import org.postbag.matching.Matching;
import org.postbag.review.QueueItem;

/// The topics that a person can choose for a letter.
final class TopicChoices {
  private static final int MOST_ALIKE = 3;

  private final Supplier<Catalog> catalog;
  private final Matching matching;

  TopicChoices(Supplier<Catalog> catalog, Matching matching) {
    this.catalog = catalog;
    this.matching = matching;
  }

  /// First those that the matcher thought of, then those that read like the letter, then all.
  List<LetterView.Choice> all(QueueItem item, Match match, Optional<Letter> letter) {
    List<LetterView.Choice> choices = new ArrayList<>();
    Set<TopicId> likely = likely(match, letter);
    likely.forEach(topic -> choices.add(choice(topic, item)));
    catalog.get().all().stream()
        .map(Topic::id)
        .filter(topic -> !likely.contains(topic))
        .sorted(Comparator.comparing(this::title))
        .forEach(topic -> choices.add(choice(topic, item)));
    return choices;
  }

  /// Standard replies by name, for a letter whose topic none of them is.
  List<LetterView.Choice> replies() {
    return catalog.get().replies().values().stream()
        .map(reply -> new LetterView.Choice(reply.name(), named(reply), false))
        .toList();
  }

  private static String named(StandardReply reply) {
    return reply.name().replace('-', ' ');
  }

  private Set<TopicId> likely(Match match, Optional<Letter> letter) {
    Set<TopicId> likely = new LinkedHashSet<>();
    match.candidates().forEach(candidate -> likely.add(candidate.topic()));
    letter.ifPresent(read -> likely.addAll(matching.topicsLike(read, MOST_ALIKE)));
    likely.removeIf(topic -> catalog.get().topic(topic).isEmpty());
    return likely;
  }

  /// Offered in place of a reply.
  List<LetterView.Choice> likeliest(QueueItem item, Match match, Optional<Letter> letter) {
    return likely(match, letter).stream()
        .map(topic -> choice(topic, item))
        .limit(MOST_ALIKE)
        .toList();
  }

  private LetterView.Choice choice(TopicId topic, QueueItem item) {
    boolean chosen =
        both(item).isEmpty() && !isGuess(item) && item.topic().equals(Optional.of(topic));
    return new LetterView.Choice(topic.value(), title(topic), chosen);
  }

  /// Whether the topic in force is one that Postbag would not even propose a reply for.
  private static boolean isGuess(QueueItem item) {
    return item.reply().isEmpty()
        && item.match().abstained()
        && item.topic().equals(item.match().topic())
        && !item.reason().equals(Optional.of(DraftReason.NO_REPLY_FILE));
  }

  /// The topics of a reply to both matters of a letter; empty for any other.
  Optional<String> both(QueueItem item) {
    return item.topic()
        .flatMap(first -> item.match().also().flatMap(second -> both(item, first, second)));
  }

  private Optional<String> both(QueueItem item, TopicId first, TopicId second) {
    return catalog
        .get()
        .jointReply(first, second)
        .map(StandardReply::name)
        .filter(
            joint -> item.reply().flatMap(QueueItem.Reply::replyName).equals(Optional.of(joint)))
        .map(_ -> title(first) + ", and " + title(second));
  }

  private String title(TopicId id) {
    return catalog.get().topic(id).map(Topic::title).orElse(id.value());
  }
}
