package org.postbag.catalog;

/// When a topic's standard reply is drafted, in place of leaving the letter to a person.
public sealed interface DraftRule {
  /// The rule of an office that sets none: of a hundred drafts 98 are to be right.
  DraftRule DEFAULT = new DraftsRight(0.98);

  /// So many of the drafts are to be right; the matcher chooses the line by what was decided.
  ///
  /// @param share 0 to 1
  record DraftsRight(double share) implements DraftRule {
    public DraftsRight {
      check("drafts-right", share);
    }
  }

  /// Below this probability a person decides.
  ///
  /// @param probability 0 to 1
  record Threshold(double probability) implements DraftRule {
    public Threshold {
      check("threshold", probability);
    }
  }

  private static void check(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException("a " + name + " is 0 to 1, not " + value);
    }
  }
}
