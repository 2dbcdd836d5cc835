package org.postbag.email.text;

/// What the writer wrote: the text without quoted history, signature, disclaimer and footers.
public final class VisibleText {
  private VisibleText() {}

  public static String of(String text) {
    return text.strip();
  }
}
