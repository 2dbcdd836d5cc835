package org.postbag.email;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postbag.email.mime.DateField;
import org.postbag.email.mime.HeaderWords;
import org.postbag.email.mime.Mailboxes;
import org.postbag.email.mime.MessageIds;
import org.postbag.email.mime.OneLine;
import org.postbag.email.mime.Part;
import org.postbag.email.mime.RawField;
import org.postbag.email.text.Conversation;

/// The header of a message, understood: RFC 5322 §3.6.
final class HeaderFields {
  private static final int MAX_SUBJECT = 10_000;
  private static final int MAX_NAME = 500;

  private final Part root;
  private final String charset;

  private HeaderFields(Part root, String charset) {
    this.root = root;
    this.charset = charset;
  }

  /// Raw 8-bit fields are read in the charset of the body where they are not UTF-8.
  static HeaderFields of(Part root) {
    return new HeaderFields(root, root.contentType().get("charset").orElse(""));
  }

  String subject() {
    String subject = text("Subject").map(HeaderWords::decode).orElse("").strip();
    return subject.length() > MAX_SUBJECT ? subject.substring(0, MAX_SUBJECT) : subject;
  }

  Optional<Instant> date() {
    return text("Date").flatMap(DateField::parse);
  }

  Optional<MessageId> messageId() {
    Optional<String> written = text("Message-ID");
    Optional<MessageId> bracketed =
        written.stream()
            .flatMap(t -> MessageIds.parse(t).stream())
            .findFirst()
            .flatMap(MessageId::parse);
    return bracketed.or(
        () -> written.map(String::strip).flatMap(t -> MessageId.parse("<" + t + ">")));
  }

  List<MessageId> ids(String name) {
    return text(name).stream()
        .flatMap(t -> MessageIds.parse(t).stream())
        .flatMap(t -> MessageId.parse(t).stream())
        .toList();
  }

  /// The addresses of the first field of that name that holds any.
  List<NamedAddress> addresses(String name) {
    return root.fields().stream()
        .filter(f -> f.name().equalsIgnoreCase(name))
        .map(f -> mailboxes(f.text(charset)))
        .filter(list -> !list.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static List<NamedAddress> mailboxes(String field) {
    List<NamedAddress> addresses = new ArrayList<>();
    for (Mailboxes.Mailbox mailbox : Mailboxes.parse(field)) {
      Address.parse(mailbox.address()).ifPresent(a -> addresses.add(named(mailbox.name(), a)));
    }
    return addresses;
  }

  private static NamedAddress named(String name, Address address) {
    String bounded = name.length() > MAX_NAME ? name.substring(0, MAX_NAME) : name;
    return new NamedAddress(bounded.isBlank() ? null : bounded, address);
  }

  /// RFC 5322 §3.6.2: Reply-To, else the authors.
  List<NamedAddress> replyTo() {
    List<NamedAddress> replyTo = addresses("Reply-To");
    return replyTo.isEmpty() ? addresses("From") : replyTo;
  }

  /// The top media type with its parameters as written, on one line; empty where there is none.
  String contentType(Part part) {
    String type = part.mediaType();
    String written = text("Content-Type").map(OneLine::of).orElse("");
    int semicolon = written.indexOf(';');
    return semicolon < 0 ? type : type + written.substring(semicolon);
  }

  Headers decoded() {
    return new Headers(
        root.fields().stream().map(f -> field(OneLine.of(f.name()), f.text(charset))).toList());
  }

  private static Headers.Field field(String name, String text) {
    return new Headers.Field(name, HeaderWords.decode(text), text);
  }

  /// What the header says of how the text came about.
  Conversation conversation() {
    Set<String> recipients =
        Stream.of("To", "Cc")
            .flatMap(name -> addresses(name).stream())
            .map(to -> to.address().toString().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    String subject = subject();
    boolean forward = BaseSubject.isForward(subject);
    boolean thread = !ids("In-Reply-To").isEmpty() || !ids("References").isEmpty();
    boolean reply = BaseSubject.isReply(subject) || (thread && !forward);
    String writer = addresses("From").stream().findFirst().map(NamedAddress::name).orElse("");
    return new Conversation(reply, forward, recipients, writer);
  }

  private Optional<String> text(String name) {
    return root.fields().stream()
        .filter(f -> f.name().equalsIgnoreCase(name))
        .map((RawField f) -> f.text(charset))
        .filter(t -> !t.isBlank())
        .findFirst();
  }
}
