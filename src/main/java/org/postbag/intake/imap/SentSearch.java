package org.postbag.intake.imap;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.INTERNALDATE;
import org.postbag.email.Letter;
import org.postbag.email.LetterReader;
import org.postbag.intake.MailboxFlags.Search;
import org.postbag.intake.MailboxFlags.Sign;
import org.postbag.intake.SentReply;

/// Looks for one reply in the folder of sent letters: by its Message-ID; else by our mark; else,
/// for providers that keep neither, by recipient, subject and time, where exactly one letter fits.
final class SentSearch {
  static final String MARK = "X-Postbag";
  private static final int MOST = 50;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d-MMM-uuuu", Locale.ENGLISH);

  /// How far the server's clock may be from ours.
  private static final Duration SLACK = Duration.ofMinutes(5);

  private record Copy(Instant filed, Letter letter) {}

  private final ImapSession session;
  private final SentFolder folder;
  private final SentReply reply;

  SentSearch(ImapSession session, SentFolder folder, SentReply reply) {
    this.session = session;
    this.folder = folder;
    this.reply = reply;
  }

  Search search() throws MailboxUnavailable {
    if (folder.holds(reply.id())) {
      return new Search.Found(Sign.MESSAGE_ID);
    }
    if (folder.holds(MARK, reply.mark())) {
      return new Search.Found(Sign.MARK);
    }
    return alike() == 1 ? new Search.Found(Sign.RECIPIENT_SUBJECT_TIME) : new Search.Missing();
  }

  /// How many letters were sent to that person, with that subject, at that time, and not by us as
  /// another reply.
  private long alike() throws MailboxUnavailable {
    List<Long> uids = folder.search(toThatPerson());
    List<Long> newest = uids.subList(Math.max(0, uids.size() - MOST), uids.size());
    return newest.isEmpty() ? 0 : copies(newest).stream().filter(this::fits).count();
  }

  /// SEARCH knows days only, and those of the server (RFC 9051 §6.4.4).
  private Argument toThatPerson() {
    LocalDate day = LocalDate.ofInstant(reply.from().minus(SLACK), ZoneOffset.UTC).minusDays(1);
    Argument arguments = new Argument();
    arguments.writeAtom("SINCE");
    arguments.writeAtom(DAY.format(day));
    arguments.writeAtom("TO");
    arguments.writeString(reply.to().toString());
    return arguments;
  }

  private List<Copy> copies(List<Long> uids) throws MailboxUnavailable {
    String command =
        "UID FETCH "
            + uids.stream().map(String::valueOf).collect(Collectors.joining(","))
            + " (UID INTERNALDATE BODY.PEEK[HEADER.FIELDS (TO SUBJECT X-POSTBAG MESSAGE-ID)])";
    return Arrays.stream(session.run(command, "the copies cannot be read"))
        .filter(FetchResponse.class::isInstance)
        .map(answer -> copy((FetchResponse) answer))
        .filter(Objects::nonNull)
        .toList();
  }

  private static @org.jspecify.annotations.Nullable Copy copy(FetchResponse answer) {
    INTERNALDATE date = answer.getItem(INTERNALDATE.class);
    BODY head = answer.getItem(BODY.class);
    return date == null || head == null || head.getByteArray() == null
        ? null
        : new Copy(
            date.getDate().toInstant(), new LetterReader().read(head.getByteArray().getNewBytes()));
  }

  private boolean fits(Copy copy) {
    boolean then =
        !copy.filed().isBefore(reply.from().minus(SLACK))
            && !copy.filed().isAfter(reply.until().plus(SLACK));
    Letter letter = copy.letter();
    return then
        && !letter.headers().has(MARK)
        && letter.messageId().stream().noneMatch(id -> id.value().contains(".postbag@"))
        && letter.subject().strip().equals(reply.subject().strip())
        && letter.to().stream().anyMatch(to -> to.address().equals(reply.to()));
  }
}
