package org.postbag.matching;

import java.util.List;
import java.util.Set;
import org.postbag.catalog.Catalog;
import org.postbag.classifier.embedding.Embedder;
import org.postbag.classifier.text.Passage;
import org.postbag.matching.campaign.Campaigns;
import org.postbag.search.LetterIndex;

/// Matching as the daemon does it, with letters that people have decided.
public final class DecidedPost {
  private final Matching matching;

  /// @param index where decided letters that read alike are found
  public DecidedPost(Catalog catalog, LetterIndex index) {
    matching = new Matching(catalog, SimilarLetters.in(index), new Campaigns(), Embedder.OFF);
  }

  /// The newest letters that the daemon would learn from.
  public int maxExamples() {
    return matching.maxExamples();
  }

  /// Learns, and puts that in force.
  public void learn(List<Example> letters) {
    if (!letters.isEmpty()) {
      matching.activate(matching.trainAndValidate(letters), letters);
    }
  }

  /// The topic of a letter that is not among the decided ones, with the reasons.
  public Match match(Passage letter) {
    return matching.match(-1, letter);
  }

  /// Puts topics in force, as the daemon does when a file was saved.
  ///
  /// @param relearned what to do when the letters were learned anew for them
  public void use(Catalog catalog, Runnable relearned) {
    matching.activate(catalog, relearned);
  }

  public Backtest backtest(Catalog then) {
    return matching.backtest(then, Set.of());
  }

  public TopicMatcher matcher() {
    return matching.matcher();
  }
}
