package org.postbag.cli.evaluation;

/// What a classifier made of one letter.
///
/// @param label the truth; one that begins with `oos`: no topic fits
/// @param best the likeliest topic; empty for none at all
/// @param confidence how sure it is of that topic; for one that gives probabilities, 0 to 1
/// @param runnerUp the next likely; empty for none
/// @param none how sure it is that no topic fits, on the scale of `confidence`
public record RankedLabel(
    String label, String best, double confidence, String runnerUp, double none) {
  boolean refused() {
    return none > confidence;
  }

  boolean inScope() {
    return !label.startsWith("oos");
  }

  boolean right() {
    return best.equals(label);
  }
}
