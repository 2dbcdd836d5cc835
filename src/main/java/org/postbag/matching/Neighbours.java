package org.postbag.matching;

import java.io.UncheckedIOException;
import java.util.List;
import org.postbag.matching.index.LetterIndex;
import org.postbag.matching.index.Neighbour;
import org.postbag.matching.words.Passage;

/// Finds decided letters that read like another.
public interface Neighbours {
  /// Where nothing has been decided.
  Neighbours NONE = (number, passage) -> List.of();

  /// The likest first; never the letter itself.
  List<Neighbour> of(long number, Passage passage);

  /// Those that stand in the index; none while it is damaged, until it is made anew.
  static Neighbours in(LetterIndex index) {
    int enough = 5;
    return (number, passage) -> {
      try {
        return index.nearest(passage, enough + 1).stream()
            .filter(near -> near.letter() != number)
            .limit(enough)
            .toList();
      } catch (UncheckedIOException _) {
        return List.of();
      }
    };
  }
}
