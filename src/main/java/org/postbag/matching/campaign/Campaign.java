package org.postbag.matching.campaign;

/// A letter's membership in a campaign.
///
/// @param first the number of the campaign's first letter, which identifies it
/// @param alike the share of the shorter letter's shingles that occur in the other, 0 to 1
/// @param ownWords words that the writer added to the campaign's text
public record Campaign(long first, double alike, int ownWords) {
  /// With more added words than this, the writer may ask for something else as well.
  private static final int MANY_OWN_WORDS = 60;

  /// Whether a person should read the letter by itself, not as one of the group.
  public boolean isPersonal() {
    return ownWords > MANY_OWN_WORDS;
  }
}
