package org.postbag.past;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.postbag.email.Address;
import org.postbag.email.Headers;
import org.postbag.email.Letter;
import org.postbag.email.MessageId;
import org.postbag.email.NamedAddress;
import org.postbag.email.text.Fold;
import org.postbag.intake.Screening;

/// A letter of the office's past, as it is kept: what was read in it, without its bytes.
///
/// @param id its number; 0 until it is kept
/// @param source the mailbox's name in the settings, or the file or folder that was read
/// @param at when it was written; when it came, where that is not said or not believed
/// @param screening whether it may be answered; of a sent letter, nobody asks
/// @param ownText what its writer wrote: without quotations, signature, footers
/// @param body all of its text; `folded` are places in it
public record PastLetter(
    long id,
    String source,
    String folder,
    Direction direction,
    Optional<MessageId> messageId,
    List<MessageId> inReplyTo,
    List<MessageId> references,
    Optional<NamedAddress> from,
    List<NamedAddress> replyTo,
    List<NamedAddress> to,
    List<NamedAddress> cc,
    Instant at,
    String subject,
    String baseSubject,
    String language,
    Screening.Outcome screening,
    String ownText,
    String body,
    List<Fold> folded) {
  /// The state of each past letter, wherever one is shown.
  public static final String STATE = "past";

  private static final int MOST_TEXT = 200_000;
  private static final int MOST_SUBJECT = 2_000;
  private static final int MOST_ADDRESSES = 100;
  private static final int MOST_IDS = 50;

  public PastLetter {
    inReplyTo = List.copyOf(inReplyTo);
    references = List.copyOf(references);
    replyTo = List.copyOf(replyTo);
    to = List.copyOf(to);
    cc = List.copyOf(cc);
    folded = List.copyOf(folded);
  }

  /// Where and when a letter was met.
  ///
  /// @param received when the mailbox got it, as far as known
  public record Met(String source, String folder, Direction direction, Instant received) {}

  /// The letter as it was read there. What a hostile letter could make endless is cut.
  public static PastLetter of(Met met, Letter letter, Screening.Outcome screening) {
    String body = head(letter.bodyText(), MOST_TEXT);
    return new PastLetter(
        0,
        met.source(),
        met.folder(),
        met.direction(),
        letter.messageId(),
        first(letter.inReplyTo(), MOST_IDS),
        last(letter.references(), MOST_IDS),
        letter.from(),
        first(letter.replyTo(), MOST_ADDRESSES),
        first(letter.to(), MOST_ADDRESSES),
        first(letter.cc(), MOST_ADDRESSES),
        written(letter, met.received()),
        head(letter.subject(), MOST_SUBJECT),
        head(letter.baseSubject(), MOST_SUBJECT),
        letter.language(),
        screening,
        head(letter.visibleText(), MOST_TEXT),
        body,
        letter.folded().stream().filter(fold -> fold.end() <= body.length()).toList());
  }

  /// The writer's word, unless it names a time after the letter came: mailboxes that were moved
  /// from one server to another have the day of the move as the day when each letter came.
  private static Instant written(Letter letter, Instant received) {
    Predicate<Instant> possible = date -> !date.isAfter(received.plusSeconds(86_400));
    return letter.date().filter(possible).orElse(received);
  }

  /// The same letter under its number.
  PastLetter numbered(long number) {
    return new PastLetter(
        number,
        source,
        folder,
        direction,
        messageId,
        inReplyTo,
        references,
        from,
        replyTo,
        to,
        cc,
        at,
        subject,
        baseSubject,
        language,
        screening,
        ownText,
        body,
        folded);
  }

  /// Everybody it is from or goes to, the office among them.
  public List<NamedAddress> everybody() {
    return Stream.of(from.stream().toList(), replyTo, to, cc).flatMap(List::stream).toList();
  }

  /// Whether its header names that address, in whatever spelling.
  public boolean names(Address address) {
    return everybody().stream().anyMatch(one -> one.address().sameAs(address));
  }

  /// The letter as [org.postbag.email] knows letters, as far as it is kept: without header fields,
  /// HTML and attachments.
  public Letter letter() {
    return new Letter(
        from,
        replyTo,
        to,
        cc,
        Optional.of(at),
        messageId,
        inReplyTo,
        references,
        Optional.empty(),
        subject,
        baseSubject,
        body,
        ownText,
        folded,
        "",
        language,
        List.of(),
        "text/plain",
        List.of(),
        new Headers(List.of()),
        List.of());
  }

  private static String head(String text, int most) {
    String clean = text.indexOf('\0') < 0 ? text : text.replace('\0', ' ');
    return clean.length() <= most ? clean : clean.substring(0, most);
  }

  private static <T> List<T> first(List<T> all, int most) {
    return all.subList(0, Math.min(most, all.size()));
  }

  /// The nearest ones of a thread stand last (RFC 5322 §3.6.4).
  private static <T> List<T> last(List<T> all, int most) {
    return all.subList(Math.max(0, all.size() - most), all.size());
  }
}
