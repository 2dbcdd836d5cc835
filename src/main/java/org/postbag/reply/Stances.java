package org.postbag.reply;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.Stance;
import org.postbag.catalog.StanceParagraphs;
import org.postbag.catalog.StandardReply;
import org.postbag.catalog.Topic;
import org.postbag.catalog.TopicId;
import org.postbag.email.Letter;
import org.postbag.matching.stance.StanceMatch;
import org.postbag.matching.stance.StanceModel;

/// Which paragraphs of a standard reply a writer gets, by the side that the letter takes.
final class Stances {
  /// More than any catalog has: what was saved since is forgotten some day.
  private static final int MOST_MODELS = 1_000;

  private final Supplier<Catalog> catalog;
  private final Map<List<Stance>, StanceModel> models = new ConcurrentHashMap<>();

  Stances(Supplier<Catalog> catalog) {
    this.catalog = catalog;
  }

  /// The side that a letter takes; empty where the topic has none.
  Optional<StanceMatch> match(Letter letter, TopicId id) {
    return catalog
        .get()
        .topic(id)
        .map(Topic::stances)
        .filter(sides -> !sides.isEmpty())
        .map(this::model)
        .map(model -> model.match(letter.visibleText()))
        .map(match -> inWholeText(match, letter));
  }

  private StanceModel model(List<Stance> sides) {
    if (models.size() > MOST_MODELS) {
      models.clear();
    }
    return models.computeIfAbsent(sides, StanceModel::new);
  }

  /// The places in the letter's text, where what the writer wrote stands in it as it is.
  private static StanceMatch inWholeText(StanceMatch match, Letter letter) {
    int shift = letter.text().indexOf(letter.visibleText());
    return shift < 0
        ? new StanceMatch(match.stance(), match.confidence(), List.of())
        : new StanceMatch(
            match.stance(),
            match.confidence(),
            match.places().stream()
                .map(p -> new StanceMatch.Place(p.start() + shift, p.end() + shift))
                .toList());
  }

  /// The reply with the paragraphs for the writer's side. Where that is not sure, all of them stand
  /// there with their marks, and it cannot be approved before a person has chosen.
  StandardReply sided(StandardReply reply, Letter letter, TopicId topic) {
    return match(letter, topic)
        .flatMap(StanceMatch::stance)
        .map(stance -> withText(reply, StanceParagraphs.of(reply.markdown(), stance.name())))
        .orElse(reply);
  }

  private static StandardReply withText(StandardReply reply, String markdown) {
    return new StandardReply(
        reply.name(),
        reply.subject(),
        reply.owner(),
        reply.reviewed(),
        reply.expires(),
        reply.attachments(),
        reply.languages(),
        markdown,
        reply.hash());
  }
}
