package org.postbag.matching.campaign;

import java.util.Locale;

/// Why a member of a campaign is to be read by itself.
public enum Sign {
  /// It asks something that the others do not ask.
  QUESTION,
  /// It tells something of the writer or of somebody near.
  FIRST_PERSON,
  /// It names a number, an amount or a date.
  NUMBER,
  /// Its sender's address is outside the country.
  ADDRESS,
  /// It turns a sentence of the campaign round.
  STANCE,
  /// It adds words that are more than courtesy.
  OWN_WORDS;

  /// The stable word for it, such as `first-person`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
