package org.postbag.search;

import org.postbag.classifier.text.Passage;
import org.postbag.email.Letter;

/// A letter as input of the classifier: its subject and visible text, without quotations; where the
/// letter only points at an attachment, the text of that.
public final class LetterPassage {
  private LetterPassage() {}

  public static Passage of(Letter letter) {
    return new Passage(letter.subject(), letter.words(), letter.language());
  }
}
