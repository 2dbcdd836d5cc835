package org.postbag.matching.trial;

/// What a classifier made of one letter.
///
/// @param label the truth; one that begins with `oos`: no topic fits
/// @param best the likeliest topic; empty for none at all
/// @param confidence how sure it is of that topic; for one that gives probabilities, 0 to 1
/// @param runnerUp the next likely; empty for none
/// @param refused true when it holds that no topic fits
public record Guess(
    String label, String best, double confidence, String runnerUp, boolean refused) {
  boolean inScope() {
    return !label.startsWith("oos");
  }

  boolean right() {
    return best.equals(label);
  }
}
