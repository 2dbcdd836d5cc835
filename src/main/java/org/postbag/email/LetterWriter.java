package org.postbag.email;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.james.mime4j.codec.QuotedPrintableOutputStream;

/// Writes a letter in the simplest MIME structure that can hold it: text alone, text beside HTML
/// (`multipart/alternative`), or either of them before attachments (`multipart/mixed`).
final class LetterWriter {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss '+0000'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final int MAX_REFERENCES = 40;

  private final OutgoingLetter letter;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  LetterWriter(OutgoingLetter letter) {
    this.letter = letter;
  }

  byte[] bytes(Instant date) {
    field("Date", DATE.format(date));
    field("From", mailbox(letter.from()));
    field("To", mailbox(letter.to()));
    field("Message-ID", letter.id().value());
    letter.thread().inReplyTo().ifPresent(id -> field("In-Reply-To", id.value()));
    if (!letter.thread().references().isEmpty()) {
      field("References", references());
    }
    field("Subject", HeaderValue.unstructured(letter.thread().subject()));
    letter.fields().forEach(f -> field(f.name(), HeaderValue.unstructured(f.value())));
    field("MIME-Version", "1.0");
    content();
    return out.toByteArray();
  }

  private void field(String name, String value) {
    print(HeaderValue.folded(name, value));
  }

  /// RFC 5322 §2.1.1 bounds a line, not the list: the first id and the last ones are kept, as RFC
  /// 5537 §3.4.4 has it.
  private String references() {
    List<MessageId> ids = new ArrayList<>(letter.thread().references());
    if (ids.size() > MAX_REFERENCES) {
      ids.subList(1, ids.size() - MAX_REFERENCES + 1).clear();
    }
    return ids.stream().map(MessageId::value).collect(Collectors.joining(" "));
  }

  private static String mailbox(NamedAddress who) {
    String name = who.name();
    if (name == null || name.isBlank()) {
      return who.address().toString();
    }
    return HeaderValue.displayName(name) + " <" + who.address() + ">";
  }

  private void content() {
    if (letter.attachments().isEmpty()) {
      body();
      return;
    }
    String boundary = boundary("mixed");
    field("Content-Type", "multipart/mixed; boundary=\"" + boundary + "\"");
    print("\r\n--" + boundary + "\r\n");
    body();
    for (OutgoingLetter.Attachment attachment : letter.attachments()) {
      print("\r\n--" + boundary + "\r\n");
      attachment(attachment);
    }
    print("\r\n--" + boundary + "--\r\n");
  }

  private void body() {
    if (letter.html().isEmpty()) {
      text("plain", letter.text());
      return;
    }
    String boundary = boundary("alternative");
    field("Content-Type", "multipart/alternative; boundary=\"" + boundary + "\"");
    print("\r\n--" + boundary + "\r\n");
    text("plain", letter.text());
    print("\r\n--" + boundary + "\r\n");
    text("html", letter.html());
    print("\r\n--" + boundary + "--\r\n");
  }

  private void text(String subtype, String content) {
    field("Content-Type", "text/" + subtype + "; charset=utf-8");
    field("Content-Transfer-Encoding", "quoted-printable");
    print("\r\n");
    String lines = content.replace("\r\n", "\n").replace('\r', '\n').replace("\n", "\r\n");
    ByteArrayOutputStream encoded = new ByteArrayOutputStream();
    try (QuotedPrintableOutputStream quoted = new QuotedPrintableOutputStream(encoded, false)) {
      quoted.write(lines.getBytes(StandardCharsets.UTF_8));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    out.writeBytes(encoded.toByteArray());
    print("\r\n");
  }

  private void attachment(OutgoingLetter.Attachment attachment) {
    field("Content-Type", attachment.mediaType());
    field(
        "Content-Disposition",
        "attachment; " + HeaderValue.parameter("filename", attachment.name()));
    field("Content-Transfer-Encoding", "base64");
    print("\r\n");
    out.writeBytes(Base64.getMimeEncoder().encode(attachment.content().bytes()));
    print("\r\n");
  }

  /// `=_` never stands in a quoted-printable or base64 body, RFC 2045 §6.7, so no line of a part
  /// can look like this boundary.
  private static String boundary(String kind) {
    return "=_postbag_" + kind;
  }

  /// UTF-8, as RFC 6532 has it: only an internationalised address holds more than ASCII here.
  private void print(String text) {
    out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
