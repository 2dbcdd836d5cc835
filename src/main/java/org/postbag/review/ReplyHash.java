package org.postbag.review;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.postbag.email.MessageId;
import org.postbag.email.NamedAddress;
import org.postbag.email.ReplyThread;
import org.postbag.reply.Enclosed;
import org.postbag.reply.Warning;

/// The hash of a reply: of every header that leaves, of the exact text, of the files that are sent
/// along and of the letter that is quoted; and of the warnings that the approver had seen. What is
/// approved under it is what leaves.
public final class ReplyHash {
  private ReplyHash() {}

  /// SHA-256 in hex over the fields, each preceded by its length, so that no two replies hash alike
  /// by moving text from one field to the next.
  public static String of(
      MessageId id,
      NamedAddress from,
      NamedAddress to,
      ReplyThread thread,
      String text,
      Enclosed enclosed,
      List<Warning> warnings) {
    MessageDigest digest = sha256();
    List<String> fields =
        new ArrayList<>(
            List.of(
                id.value(),
                from.toString(),
                to.toString(),
                thread.subject(),
                thread.inReplyTo().map(MessageId::value).orElse(""),
                References.join(thread.references()),
                text));
    if (!enclosed.equals(Enclosed.NONE)) {
      fields.add(EnclosedColumns.join(enclosed.attachments()));
      fields.add(enclosed.quote());
    }
    if (!warnings.isEmpty()) {
      fields.add("warnings " + WarningColumn.join(warnings));
    }
    for (String field : fields) {
      byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
      digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
      digest.update(bytes);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
