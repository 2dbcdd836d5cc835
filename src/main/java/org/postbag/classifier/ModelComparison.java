package org.postbag.classifier;

/// A candidate model against the active one, on examples held out from both. A prediction is
/// correct when it names the right label, or rejects an out-of-scope text.
///
/// @param letters examples that both were evaluated on
/// @param activeCorrect correct predictions of the active model
/// @param candidateCorrect correct predictions of the candidate
/// @param known how many of the examples the active model was trained with, under the same label
/// @param lost of the known ones: only the active model is correct
/// @param gained of the known ones: only the candidate is correct
public record ModelComparison(
    int letters, int activeCorrect, int candidateCorrect, int known, int lost, int gained) {
  /// Before any example.
  static final ModelComparison NONE = new ModelComparison(0, 0, 0, 0, 0, 0);

  /// One-sided sign test: a loss with p ≤ 1/8 counts as a regression.
  private static final double SIGNIFICANCE = 1.0 / 8;

  /// With at least this many examples that are new to the active model, the new decisions are taken
  /// as intended and losses on the known ones no longer count.
  private static final int PERSISTENT_DECISIONS = 100;

  ModelComparison plus(boolean isKnown, boolean activeRight, boolean candidateRight) {
    return new ModelComparison(
        letters + 1,
        activeCorrect + (activeRight ? 1 : 0),
        candidateCorrect + (candidateRight ? 1 : 0),
        known + (isKnown ? 1 : 0),
        lost + (isKnown && activeRight && !candidateRight ? 1 : 0),
        gained + (isKnown && !activeRight && candidateRight ? 1 : 0));
  }

  /// Whether the active model should stay.
  public boolean isWorse() {
    return candidateCorrect < activeCorrect
        || (letters - known < PERSISTENT_DECISIONS && losesKnownLetters());
  }

  /// The figures as an English sentence, for the log and the desk.
  public String summary() {
    return ("the lesson in force stays; of %d letters kept back it answers %d rightly, a new one %d;"
            + " of the %d that it knew the new one loses %d and gains %d."
            + " Perhaps the latest decisions are mistaken")
        .formatted(letters, activeCorrect, candidateCorrect, known, lost, gained);
  }

  /// The one-sided sign test on lost against gained.
  private boolean losesKnownLetters() {
    int changed = lost + gained;
    double combinations = 1;
    double tail = 0;
    for (int won = 0; won <= gained && won < lost; won++) {
      tail += combinations;
      combinations *= (changed - won) / (won + 1.0);
    }
    return lost > gained && tail * Math.pow(0.5, changed) <= SIGNIFICANCE;
  }
}
