package org.postbag.intake;

import java.util.Set;
import org.postbag.email.Address;
import org.postbag.email.LetterReader;

/// Opens kept letters: reads the bytes, and asks whether a person wrote them.
public final class Reception {
  private final LetterReader reader;
  private final Screening screening = new Screening();
  private final Set<Address> own;

  /// @param own the office's own addresses
  public Reception(Set<Address> own, LetterReader reader) {
    this.reader = reader;
    this.own = Set.copyOf(own);
  }

  public ScreenedLetter open(KeptLetter kept) {
    var letter = kept.read(reader);
    return new ScreenedLetter(kept, letter, screening.screen(letter, own));
  }
}
