package org.postbag.search;

import java.util.Optional;
import org.postbag.catalog.TopicId;
import org.postbag.classifier.text.Passage;
import org.postbag.email.Letter;
import org.postbag.email.NamedAddress;

/// A letter as the index stores it.
///
/// @param who the writer's name and address, searchable as words
/// @param decided the topic that staff gave it
/// @param reply the reply that was approved for it, searchable as the letter is
public record IndexedLetter(
    long id, String who, Passage passage, Optional<TopicId> decided, Optional<String> reply) {
  /// A letter without a reply.
  public IndexedLetter(long id, String who, Passage passage, Optional<TopicId> decided) {
    this(id, who, passage, decided, Optional.empty());
  }

  /// A letter that is not decided.
  public static IndexedLetter of(long id, Letter letter) {
    String who = letter.from().map(NamedAddress::toString).orElse("");
    return new IndexedLetter(id, who, LetterPassage.of(letter), Optional.empty());
  }

  IndexedLetter decided(Optional<TopicId> topic, Optional<String> answer) {
    return new IndexedLetter(id, who, passage, topic, answer);
  }
}
