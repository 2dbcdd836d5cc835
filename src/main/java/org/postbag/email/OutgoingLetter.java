package org.postbag.email;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// A letter out: everything that its bytes are made of, but the date.
///
/// Refuses (with [IllegalArgumentException]) line ends and other control characters in the subject,
/// the names, the extra fields and the names of attachments, so that no value can begin a header
/// field of its own.
///
/// @param id its Message-ID
/// @param from the office
/// @param to exactly one person
/// @param thread subject, In-Reply-To and References
/// @param text the letter as plain text
/// @param html the same as HTML; empty for a letter of plain text only
/// @param attachments in their order
/// @param fields further header fields by name, such as `Auto-Submitted`, in their order
public record OutgoingLetter(
    MessageId id,
    NamedAddress from,
    NamedAddress to,
    ReplyThread thread,
    String text,
    String html,
    List<Attachment> attachments,
    List<Headers.Field> fields) {

  /// A file to send along: its name without a path, its media type, its content.
  public record Attachment(String name, String mediaType, Content content) {
    public Attachment {
      HeaderValue.require(name);
      HeaderValue.require(mediaType);
    }
  }

  /// The bytes of an attachment; not to be changed.
  @FunctionalInterface
  public interface Content {
    byte[] bytes();
  }

  public OutgoingLetter {
    attachments = List.copyOf(attachments);
    fields = List.copyOf(fields);
    HeaderValue.require(thread.subject());
    HeaderValue.require(from.name() == null ? "" : from.name());
    HeaderValue.require(to.name() == null ? "" : to.name());
    fields.forEach(f -> HeaderValue.requireField(f.name(), f.value()));
  }

  /// A reply of text and HTML without attachments; `fields` in their iteration order.
  public static OutgoingLetter reply(
      MessageId id,
      NamedAddress from,
      NamedAddress to,
      ReplyThread thread,
      String text,
      String html,
      Map<String, String> fields) {
    List<Headers.Field> extra =
        fields.entrySet().stream().map(e -> new Headers.Field(e.getKey(), e.getValue())).toList();
    return new OutgoingLetter(id, from, to, thread, text, html, List.of(), extra);
  }

  /// The message as it goes to the server: CRLF line ends, ASCII only but in an internationalised
  /// address (RFC 6532), no line longer than 998 bytes, bodies quoted-printable or base64. The same
  /// letter and date give the same bytes.
  public byte[] toBytes(Instant date) {
    return new LetterWriter(this).bytes(date);
  }
}
