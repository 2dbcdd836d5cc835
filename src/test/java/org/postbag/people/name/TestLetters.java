package org.postbag.people.name;

import java.nio.charset.StandardCharsets;
import org.postbag.email.Letter;
import org.postbag.email.LetterReader;

/// Letters of a few lines.
final class TestLetters {
  private TestLetters() {}

  /// @param display the name before the address, not encoded; may be empty
  /// @param signature the lines below `Yours sincerely,`
  static Letter from(String display, String body, String signature) {
    String text = "Dear Ms Thorne,\n\n" + body + "\n\nYours sincerely,\n" + signature + "\n";
    return of(display, text);
  }

  static Letter of(String display, String text) {
    String bytes =
        """
        From: %s <writer@example.org>
        To: office@example.com
        Subject: Fireworks
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 8bit

        %s\
        """
            .formatted(display, text);
    return new LetterReader().read(bytes.getBytes(StandardCharsets.UTF_8));
  }
}
