package org.postbag.matching;

import java.util.List;
import org.postbag.catalog.Catalog;
import org.postbag.matching.campaign.Campaigns;
import org.postbag.matching.index.LetterIndex;
import org.postbag.matching.words.Passage;

/// Matching as the daemon does it, with letters that people have decided.
public final class DecidedPost {
  private final Matching matching;

  /// @param index where decided letters that read alike are found
  public DecidedPost(Catalog catalog, LetterIndex index) {
    matching = new Matching(catalog, Neighbours.in(index), new Campaigns());
  }

  /// Learns from as many of the letters as the daemon would, the last ones.
  ///
  /// @return how many
  public int learn(List<Example> letters) {
    int many = Math.min(letters.size(), matching.mostExamples());
    if (many > 0) {
      List<Example> newest = letters.subList(letters.size() - many, letters.size());
      matching.use(matching.tryOut(newest), newest);
    }
    return many;
  }

  /// The topic of a letter that is not among the decided ones, with the reasons.
  public Match match(Passage letter) {
    return matching.match(-1, letter);
  }

  /// Puts topics in force, as the daemon does when a file was saved.
  public void use(Catalog catalog) {
    matching.use(catalog, () -> {});
  }

  public TopicMatcher matcher() {
    return matching.matcher();
  }
}
