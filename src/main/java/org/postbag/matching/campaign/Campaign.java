package org.postbag.matching.campaign;

/// A letter's place in a campaign.
///
/// @param first the number of the campaign's first letter, which it is called by
/// @param alike the share of the shorter letter's runs of words that stand in the other, 0 to 1
/// @param ownWords words that the writer added to the campaign's text
public record Campaign(long first, double alike, int ownWords) {
  /// With more words of their own than this the writer may want something of their own.
  private static final int MANY_OWN_WORDS = 60;

  /// Whether the letter is to be read by itself, and not in passing with the others.
  public boolean isPersonal() {
    return ownWords > MANY_OWN_WORDS;
  }
}
