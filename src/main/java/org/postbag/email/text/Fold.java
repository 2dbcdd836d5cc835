package org.postbag.email.text;

import java.util.Locale;

/// A stretch of a text that is folded away, because it is known not to be the writer's own words.
///
/// @param start where it begins, in characters of the whole text
/// @param end the first character behind it
public record Fold(int start, int end, Why why) {
  /// What it is known to be.
  public enum Why {
    /// Our own sent text or a standard reply, proved by runs of words.
    OURS,
    /// Quoted by a mark, or below the head that a mail program writes above a quotation.
    QUOTED,
    /// A message that was forwarded below or within this one.
    FORWARDED,
    /// Name, address, telephone, links, job.
    SIGNATURE,
    /// What a web form, a relay or a campaign site puts around a letter.
    FRAME,
    /// Armour of OpenPGP: an encrypted text, a key.
    ENCODED,
    /// The text of an attached file.
    ATTACHED,
    /// A disclaimer, an advertisement, a gateway's or a list's notice, or a ruler at the end.
    FOOTER;

    /// The stable word for it.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// The same, `by` characters further on, as far as it lies within `length` characters.
  public Fold within(int by, int length) {
    return new Fold(Math.min(start, length) + by, Math.min(end, length) + by, why);
  }
}
