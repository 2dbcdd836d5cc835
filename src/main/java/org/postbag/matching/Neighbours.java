package org.postbag.matching;

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

  /// Those that stand in the index.
  static Neighbours in(LetterIndex index) {
    int enough = 5;
    return (number, passage) ->
        index.nearest(passage, enough + 1).stream()
            .filter(near -> near.letter() != number)
            .limit(enough)
            .toList();
  }
}
