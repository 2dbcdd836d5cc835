package org.postbag.email.text;

/// The language of a text.
public final class Languages {
  private Languages() {}

  /// ISO 639-1 code, or `und`.
  public static String of(String text) {
    return text.isBlank() ? "und" : "en";
  }
}
