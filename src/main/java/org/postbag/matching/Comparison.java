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

/// What is chosen for letters by the topics in force, and by others with what was learned so far:
/// as when these have just been saved. A letter is weighed once, against the topics of both; where
/// one differs between them it is there twice. What a letter means does not count. Safe for several
/// threads.
final class Comparison {
  private final List<Topic> topics = new ArrayList<>();
  private final BitSet before = new BitSet();
  private final BitSet after = new BitSet();
  private final Scorer scorer;

  /// @param now the topics in force
  /// @param then the others
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

  /// The topics that are chosen; empty: a person must.
  record Choices(Optional<TopicId> before, Optional<TopicId> after) {
    boolean differ() {
      return !before.equals(after);
    }
  }

  /// For some letters, in their order. All go through one step before any goes through the next,
  /// for each step asks for places of its own all over the memory: so these stay near.
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
