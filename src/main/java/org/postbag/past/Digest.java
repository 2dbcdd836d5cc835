package org.postbag.past;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.postbag.email.MessageId;

/// What a past letter is recognised by when it is met again. Its bytes would not do: an mbox file,
/// a Maildir and a server differ in line ends and in the fields that they add. Its Message-ID alone
/// would not do either: anybody can write somebody else's.
final class Digest {
  private Digest() {}

  static String of(PastLetter letter) {
    String all =
        String.join(
            "\0",
            letter.messageId().map(MessageId::value).orElse(""),
            letter.from().map(from -> from.address().toString()).orElse(""),
            letter.to().stream()
                .map(to -> to.address().toString())
                .collect(Collectors.joining(" ")),
            letter.messageId().isPresent() ? "" : letter.at().toString(),
            letter.subject(),
            letter.body().replaceAll("\\s+", " ").strip());
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(all.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
