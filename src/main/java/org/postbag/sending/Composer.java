package org.postbag.sending;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.IDN;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.Markdown;
import org.postbag.catalog.StandardReply;
import org.postbag.email.Address;
import org.postbag.email.Headers;
import org.postbag.email.NamedAddress;
import org.postbag.email.OutgoingLetter;
import org.postbag.review.Approval;

/// Writes an approved reply as the message that leaves: text and simple HTML side by side, with the
/// attachments of its standard reply.
///
/// It carries `X-Postbag: reply`, our own mark, and neither `Auto-Submitted` nor `Precedence`: a
/// person approved it (RFC 3834 §5, and the decision record on this).
public final class Composer {
  /// The field by which a reply of ours is known, also where its Message-ID was rewritten.
  public static final String MARK = "X-Postbag";

  private final Supplier<Catalog> catalog;
  private final Path replies;

  /// Makes a composer.
  ///
  /// @param replies the folder against which the paths of attachments stand
  public Composer(Supplier<Catalog> catalog, Path replies) {
    this.catalog = catalog;
    this.replies = replies;
  }

  /// The message; the same approval and date give the same bytes.
  ///
  /// @param date when it was claimed for sending
  /// @throws UncheckedIOException when an attachment cannot be read
  public byte[] bytes(Approval approval, Instant date) {
    return new OutgoingLetter(
            approval.messageId(),
            deliverable(approval.from()),
            deliverable(approval.to()),
            approval.thread(),
            Markdown.text(approval.text()),
            Markdown.html(approval.text()),
            attachments(approval),
            List.of(new Headers.Field(MARK, mark(approval))))
        .toBytes(date);
  }

  /// Our mark, with the left half of the Message-ID that we made.
  static String mark(Approval approval) {
    return "reply " + approval.messageId().value().replaceAll("^<|\\.postbag@.*$", "");
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

  private List<OutgoingLetter.Attachment> attachments(Approval approval) {
    Optional<StandardReply> reply =
        approval.replyName().map(name -> catalog.get().replies().get(name));
    return reply.map(StandardReply::attachments).orElse(List.of()).stream()
        .map(this::attachment)
        .toList();
  }

  private OutgoingLetter.Attachment attachment(String name) {
    Path file = replies.resolve(name);
    try {
      byte[] content = Files.readAllBytes(file);
      String type = URLConnection.guessContentTypeFromName(name);
      return new OutgoingLetter.Attachment(
          file.getFileName().toString(),
          type == null ? "application/octet-stream" : type,
          () -> content);
    } catch (IOException e) {
      throw new UncheckedIOException("reading the attachment " + name, e);
    }
  }
}
