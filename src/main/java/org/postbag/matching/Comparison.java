package org.postbag.matching;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.Topic;
import org.postbag.catalog.TopicId;
import org.postbag.classifier.text.Passage;
import org.postbag.classifier.text.Token;
import org.postbag.classifier.text.Tokenizer;
import org.postbag.classifier.text.VectorizedText;

/// The topics proposed for letters by the current catalog and by a changed one, both with the
/// current model. A letter is scored once, against the union of both catalogs: a topic that differs
/// between them is in the union twice. Embeddings are not used. Safe for several threads.
final class Comparison {
  private final List<Topic> topics = new ArrayList<>();
  private final BitSet before = new BitSet();
  private final BitSet after = new BitSet();
  private final Scorer scorer;

  /// @param now the current model
  /// @param then the changed catalog
  Comparison(ActiveModel now, Catalog then) {
    for (Topic topic : now.catalog().all()) {
      before.set(topics.size());
      after.set(topics.size(), isSame(topic, now.catalog(), then));
      topics.add(topic);
    }
    List<Catalog> of = new ArrayList<>(Collections.nCopies(topics.size(), now.catalog()));
    for (Topic topic : then.all()) {
      if (!isSame(topic, then, now.catalog())) {
        after.set(topics.size());
        topics.add(topic);
        of.add(then);
      }
    }
    scorer = now.matcher().scorerFor(topics, of);
  }

  private static boolean isSame(Topic topic, Catalog here, Catalog there) {
    return there.topic(topic.id()).equals(Optional.of(topic))
        && there.replyOf(topic).equals(here.replyOf(topic));
  }

  /// The proposed topics; empty if a person must choose.
  record Choices(Optional<TopicId> before, Optional<TopicId> after) {
    boolean differ() {
      return !before.equals(after);
    }
  }

  /// For a batch of letters, in their order. Each step runs over the whole batch before the next
  /// one begins, because each has its own large tables: they stay in the processor's cache.
  List<Choices> of(List<Passage> letters) {
    List<List<Token>> words = letters.stream().map(Tokenizer::of).toList();
    List<VectorizedText> texts = words.stream().map(scorer::vectorize).toList();
    List<Choices> choices = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      choices.add(choices(texts.get(i), letters.get(i).language()));
    }
    return choices;
  }

  private Choices choices(VectorizedText text, String language) {
    ScoredText all = scorer.score(text, language);
    return new Choices(
        choice(scorer.restrictedTo(before, all, language)),
        choice(scorer.restrictedTo(after, all, language)));
  }

  private Optional<TopicId> choice(ScoredText scoredText) {
    return scoredText.best().stream()
        .filter(first -> !new TopicChoice(scoredText, topics, first).isUnsure())
        .mapToObj(first -> topics.get(first).id())
        .findFirst();
  }
}
