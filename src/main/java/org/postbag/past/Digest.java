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
    String id = letter.messageId().map(MessageId::value).orElse("");
    String from = letter.from().map(one -> one.address().toString()).orElse("");
    String to =
        letter.to().stream().map(one -> one.address().toString()).collect(Collectors.joining(" "));
    String at = id.isEmpty() ? letter.at().toString() : "";
    String text = letter.body().strip().replaceAll("\\s+", " ");
    String all = String.join("\n", id, from, to, at, letter.subject(), text);
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(all.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
