package org.postbag.past;

import java.util.Locale;

/// A letter that came, and the answer that the office sent.
public record Answered(PastLetter letter, PastLetter reply, KnownBy knownBy) {
  /// How it is known which letter a reply answers.
  public enum KnownBy {
    /// The reply names the letter in In-Reply-To or References.
    THREAD,
    /// It went to the letter's writer, with its subject, soon after.
    RECIPIENT;

    /// Its stable word, in the database as in JSON.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static KnownBy of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }
}
