package org.postbag.matching;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.postbag.catalog.TopicId;
import org.postbag.classifier.text.Passage;
import org.postbag.classifier.text.ShingleSet;
import org.postbag.matching.campaign.Campaigns;
import org.postbag.search.LetterIndex;
import org.postbag.search.Neighbour;

/// Finds decided letters with the same text as another.
public interface SimilarLetters {
  /// Finds nothing.
  SimilarLetters NONE = (number, passage, campaigns) -> List.of();

  /// The letters that share more of the text first; never the letter itself.
  ///
  /// @param number the letter's
  /// @param campaigns decides what counts as the same text
  List<Neighbour> withSameText(long number, Passage passage, Campaigns campaigns);

  /// The current decision on a letter; empty if it is unknown or no longer decided.
  default Optional<TopicId> topic(long letter) {
    return Optional.empty();
  }

  /// From the index; nothing is found while the index is damaged, until it is rebuilt.
  static SimilarLetters in(LetterIndex index) {
    return new InIndex(index);
  }

  /// See [#in].
  record InIndex(LetterIndex index) implements SimilarLetters {
    private static final int LIMIT = 5;

    @Override
    public List<Neighbour> withSameText(long number, Passage passage, Campaigns campaigns) {
      ShingleSet text = campaigns.distinctive(passage);
      try {
        return index.withSameText(text, other -> campaigns.isSame(text, other), LIMIT + 1).stream()
            .filter(near -> near.letter() != number)
            .limit(LIMIT)
            .toList();
      } catch (UncheckedIOException _) {
        return List.of();
      }
    }

    @Override
    public Optional<TopicId> topic(long letter) {
      try {
        return index.topic(letter);
      } catch (UncheckedIOException _) {
        return Optional.empty();
      }
    }
  }
}
