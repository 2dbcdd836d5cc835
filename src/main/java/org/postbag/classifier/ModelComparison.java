package org.postbag.classifier;

/// A new lesson beside the one in force, on letters that were kept back from both. An answer is
/// right when it names the topic that people decided, or when it leaves to a person what no topic
/// fits.
///
/// @param letters that both have answered
/// @param inForce right answers by the lesson in force
/// @param anew right answers by the new one
/// @param known those of the letters that the lesson in force was learned from
/// @param lost of these: answered rightly by the one in force only
/// @param gained of these: answered rightly by the new one only
public record ModelComparison(int letters, int inForce, int anew, int known, int lost, int gained) {
  /// Before any letter was answered.
  static final ModelComparison NONE = new ModelComparison(0, 0, 0, 0, 0, 0);

  /// What befalls by chance once in eight times is no reason to call a lesson worse.
  private static final double CHANCE = 1.0 / 8;

  /// People who decide so many letters in a way that does not go with the earlier ones mean it.
  private static final int PERSISTENT = 100;

  ModelComparison plus(boolean isKnown, boolean rightInForce, boolean rightAnew) {
    return new ModelComparison(
        letters + 1,
        inForce + (rightInForce ? 1 : 0),
        anew + (rightAnew ? 1 : 0),
        known + (isKnown ? 1 : 0),
        lost + (isKnown && rightInForce && !rightAnew ? 1 : 0),
        gained + (isKnown && !rightInForce && rightAnew ? 1 : 0));
  }

  /// Whether the lesson in force should stay.
  public boolean isWorse() {
    return anew < inForce || (letters - known < PERSISTENT && unlearns());
  }

  /// The figures, for people.
  public String summary() {
    return ("the lesson in force stays; of %d letters kept back it answers %d rightly, a new one %d;"
            + " of the %d that it knew the new one loses %d and gains %d."
            + " Perhaps the latest decisions are mistaken")
        .formatted(letters, inForce, anew, known, lost, gained);
  }

  /// Whether more of what was known is lost than chance explains (sign test).
  private boolean unlearns() {
    int turned = lost + gained;
    double ways = 1;
    double tail = 0;
    for (int won = 0; won <= gained && won < lost; won++) {
      tail += ways;
      ways *= (turned - won) / (won + 1.0);
    }
    return lost > gained && tail * Math.pow(0.5, turned) <= CHANCE;
  }
}
