package org.postbag.matching;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.postbag.catalog.TopicId;
import org.postbag.matching.campaign.Campaigns;
import org.postbag.matching.campaign.Runs;
import org.postbag.matching.index.LetterIndex;
import org.postbag.matching.index.Neighbour;
import org.postbag.matching.words.Passage;

/// Finds decided letters in the words of another.
public interface Neighbours {
  /// Where nothing has been decided.
  Neighbours NONE = (number, passage, campaigns) -> List.of();

  /// Those first that share more words; never the letter itself.
  ///
  /// @param number the letter's
  /// @param campaigns tell what is the same text
  List<Neighbour> same(long number, Passage passage, Campaigns campaigns);

  /// The topic that a decided letter has now; empty where it is not known, or no longer decided.
  default Optional<TopicId> topic(long letter) {
    return Optional.empty();
  }

  /// Those that stand in the index; none while it is damaged, until it is made anew.
  static Neighbours in(LetterIndex index) {
    return new InIndex(index);
  }

  /// See [#in].
  record InIndex(LetterIndex index) implements Neighbours {
    private static final int ENOUGH = 5;

    @Override
    public List<Neighbour> same(long number, Passage passage, Campaigns campaigns) {
      Runs text = campaigns.distinctive(passage);
      try {
        return index.same(text, other -> campaigns.isSame(text, other), ENOUGH + 1).stream()
            .filter(near -> near.letter() != number)
            .limit(ENOUGH)
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
