package org.postbag.matching.campaign;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A letter's membership in a campaign.
///
/// @param first the number that identifies the campaign: that of its first letter
/// @param alike the share of the shorter text's runs of words that occur in the other, 0 to 1
/// @param letters how many the campaign had when the letter was judged
/// @param ownWords words that the writer added to the campaign's text
/// @param ownLines the writer's own lines, in the letter's visible text
/// @param signs why a person should read the letter by itself; empty when nothing speaks for it
public record Campaign(
    long first, double alike, int letters, int ownWords, List<OwnLine> ownLines, Set<Sign> signs) {
  /// In a smaller campaign it is hardly known what all have in common.
  private static final int ESTABLISHED = 5;

  public Campaign(
      long first,
      double alike,
      int letters,
      int ownWords,
      @Nullable List<OwnLine> ownLines,
      @Nullable Set<Sign> signs) {
    this.first = first;
    this.alike = alike;
    this.letters = letters;
    this.ownWords = ownWords;
    // Drafts that were stored by earlier versions have neither.
    this.ownLines = ownLines == null ? List.of() : List.copyOf(ownLines);
    this.signs = signs == null ? Set.of() : Set.copyOf(signs);
  }

  /// Whether a person should read the letter by itself, not as one of the group.
  public boolean isPersonal() {
    return !signs.isEmpty();
  }

  /// Whether the campaign is large enough to tell what is the writer's own.
  public boolean isEstablished() {
    return letters >= ESTABLISHED;
  }

  /// The writer's own lines, one a line.
  public String ownText() {
    return String.join("\n", ownLines.stream().map(OwnLine::text).toList());
  }
}
