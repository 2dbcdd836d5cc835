package org.postbag.email;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.postbag.email.text.Conversation;
import org.postbag.email.text.FormFrame;
import org.postbag.email.text.ForwardedHead;
import org.postbag.email.text.NamedWriter;

/// Finds who really wrote: in the fields of a form, in the fields that groups leave, in the head of
/// a letter that was sent on.
final class AuthorshipReader {
  /// Google Groups, Mailman (RFC 7960), Microsoft 365 groups.
  private static final List<String> ORIGINAL =
      List.of("X-Original-From", "X-Original-Sender", "X-MailFrom-Original", "Original-From");

  private final HeaderFields header;
  private final Conversation conversation;

  AuthorshipReader(HeaderFields header, Conversation conversation) {
    this.header = header;
    this.conversation = conversation;
  }

  /// @param frame the form's frame in the text, if there is one
  /// @param enclosed the writer of a message that the letter encloses as a whole
  /// @param onlyEnclosed whether the letter says nothing beside it
  Optional<Authorship> of(
      Optional<FormFrame> frame,
      String text,
      Optional<NamedAddress> enclosed,
      boolean onlyEnclosed) {
    return frame
        .map(form -> new Authorship(Authorship.Means.FORM, address(form.writer())))
        .or(this::rewritten)
        .or(() -> forwarded(text))
        .or(() -> conversation.forward() || onlyEnclosed ? enclosed(enclosed) : Optional.empty());
  }

  private Optional<Authorship> rewritten() {
    return ORIGINAL.stream()
        .flatMap(name -> header.addresses(name).stream())
        .filter(writer -> !isFrom(writer))
        .findFirst()
        .map(writer -> new Authorship(Authorship.Means.REWRITTEN, Optional.of(writer)));
  }

  private Optional<Authorship> forwarded(String text) {
    return ForwardedHead.writer(text, conversation)
        .filter(writer -> !isSender(writer))
        .map(writer -> new Authorship(Authorship.Means.FORWARDED, address(writer)));
  }

  private Optional<Authorship> enclosed(Optional<NamedAddress> writer) {
    return writer
        .filter(one -> !isFrom(one))
        .map(one -> new Authorship(Authorship.Means.FORWARDED, Optional.of(one)));
  }

  private boolean isFrom(NamedAddress writer) {
    return Stream.of("From", "Reply-To")
        .flatMap(name -> header.addresses(name).stream())
        .limit(1)
        .anyMatch(from -> from.address().sameAs(writer.address()));
  }

  /// Whether somebody sends his own earlier letter again.
  private boolean isSender(NamedWriter writer) {
    return header.addresses("From").stream()
        .anyMatch(from ->
            address(writer).filter(a -> a.address().sameAs(from.address())).isPresent()
                || (writer.address().isEmpty()
                    && writer.name().equals(Optional.ofNullable(from.name()))));
  }

  private static Optional<NamedAddress> address(NamedWriter writer) {
    return writer
        .address()
        .flatMap(Address::parse)
        .map(address -> new NamedAddress(writer.name().orElse(null), address));
  }
}
