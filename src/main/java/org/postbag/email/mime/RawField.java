package org.postbag.email.mime;

/// A header field as it came: its name, and its body unfolded, one char for each byte.
public record RawField(String name, String bytes) {
  /// The body as text: raw 8-bit characters understood, RFC 2047 words left as they are.
  public String text(String charsetHint) {
    return RawText.decode(
        bytes.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1), charsetHint);
  }
}
