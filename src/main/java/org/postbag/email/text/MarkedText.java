package org.postbag.email.text;

import java.util.List;

/// A text, and the stretches of it that a mail program marked as history or signature.
public record MarkedText(String text, List<Fold> marks) {
  public MarkedText {
    marks = List.copyOf(marks);
  }
}
