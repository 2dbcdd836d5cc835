package org.postbag.sending;

import java.io.IOException;
import java.net.IDN;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.postbag.catalog.Markdown;
import org.postbag.catalog.StandardReply;
import org.postbag.email.Address;
import org.postbag.email.Headers;
import org.postbag.email.NamedAddress;
import org.postbag.email.OutgoingLetter;
import org.postbag.ledger.WithheldReason;
import org.postbag.review.Approval;

/// Writes an approved reply as the message that leaves: text and simple HTML side by side, with the
/// attachments of its standard reply.
///
/// It carries `X-Postbag: reply`, our own mark, and neither `Auto-Submitted` nor `Precedence`: a
/// person approved it (RFC 3834 §5, and the decision record on this).
public final class Composer {
  /// The field by which a reply of ours is known, also where its Message-ID was rewritten.
  public static final String MARK = "X-Postbag";

  private static final Pattern SURROUNDINGS = Pattern.compile("^<|\\.postbag@.*$");

  private final Path replies;

  /// Makes a composer.
  ///
  /// @param replies the folder against which the paths of attachments stand
  public Composer(Path replies) {
    this.replies = replies;
  }

  /// The message; the same approval and date give the same bytes. Withheld when a file to send
  /// along is gone, or is not the one that was approved.
  ///
  /// @param date when it was claimed for sending
  public Composed compose(Approval approval, Instant date) {
    List<OutgoingLetter.Attachment> attachments = new ArrayList<>();
    for (StandardReply.Attachment approved : approval.enclosed().attachments()) {
      Optional<byte[]> content = content(approved);
      if (content.isEmpty()) {
        return new Composed.Withheld(WithheldReason.REPLY_CHANGED);
      }
      attachments.add(attachment(approved.path(), content.get()));
    }
    return new Composed.Message(message(approval, attachments), date);
  }

  private static OutgoingLetter message(
      Approval approval, List<OutgoingLetter.Attachment> attachments) {
    String quote = approval.enclosed().quote();
    return new OutgoingLetter(
        approval.messageId(),
        deliverable(approval.from()),
        deliverable(approval.to()),
        approval.thread(),
        Markdown.text(approval.text()) + Quotation.text(quote),
        Markdown.html(approval.text()) + Quotation.html(quote),
        attachments,
        List.of(new Headers.Field(MARK, mark(approval))));
  }

  /// Our mark, with the left half of the Message-ID that we made.
  static String mark(Approval approval) {
    return "reply " + SURROUNDINGS.matcher(approval.messageId().value()).replaceAll("");
  }

  /// A domain in other letters than ASCII goes as A-labels, so that only a local part in other
  /// letters needs a server with SMTPUTF8.
  private static NamedAddress deliverable(NamedAddress who) {
    Address address = who.address();
    boolean plain = StandardCharsets.US_ASCII.newEncoder().canEncode(address.domain());
    return plain
        ? who
        : new NamedAddress(
            who.name(), new Address(address.localPart(), IDN.toASCII(address.domain())));
  }

  private Optional<byte[]> content(StandardReply.Attachment approved) {
    try {
      byte[] content = Files.readAllBytes(replies.resolve(approved.path()));
      return Optional.of(content).filter(approved::isOf);
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static OutgoingLetter.Attachment attachment(String path, byte[] content) {
    String type = URLConnection.guessContentTypeFromName(path);
    return new OutgoingLetter.Attachment(
        path.substring(path.lastIndexOf('/') + 1),
        type == null ? "application/octet-stream" : type,
        () -> content);
  }
}
