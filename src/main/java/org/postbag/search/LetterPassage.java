package org.postbag.search;

import org.postbag.classifier.text.Passage;
import org.postbag.email.Letter;

/// A letter as the classifier reads it: its subject and what the writer wrote, without quotations.
public final class LetterPassage {
  private LetterPassage() {}

  public static Passage of(Letter letter) {
    return new Passage(letter.subject(), letter.visibleText(), letter.language());
  }
}
