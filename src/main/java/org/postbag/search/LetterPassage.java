package org.postbag.search;

import org.postbag.classifier.text.Passage;
import org.postbag.email.Letter;

/// A letter as input of the classifier: its subject and visible text, without quotations.
public final class LetterPassage {
  private LetterPassage() {}

  public static Passage of(Letter letter) {
    return new Passage(letter.subject(), letter.visibleText(), letter.language());
  }
}
