package org.postbag.email.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/// A header field as it came: its name, and its body unfolded, one char for each byte.
public record RawField(String name, String bytes) {
  /// The body as text: raw 8-bit characters understood, RFC 2047 words left as they are.
  ///
  /// A field is made of single bytes (RFC 5322 §2.2): a hint of UTF-16, true of the body, cannot be
  /// true of it, and is ignored.
  public String text(String charsetHint) {
    boolean possible =
        CharsetNames.find(charsetHint)
            .map(charset -> new String(new byte[] {'a'}, charset).equals("a"))
            .orElse(false);
    return RawText.decode(bytes.getBytes(ISO_8859_1), possible ? charsetHint : "");
  }
}
