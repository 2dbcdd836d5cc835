package org.postbag.intake.imap;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.INTERNALDATE;
import org.eclipse.angus.mail.imap.protocol.MailboxInfo;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.eclipse.angus.mail.imap.protocol.UID;
import org.postbag.email.LetterReader;
import org.postbag.email.MessageId;
import org.postbag.intake.MailboxSettings;
import org.postbag.intake.RetryPause;

/// A folder that is looked at and not changed: EXAMINE, and every command by UID, since sequence
/// numbers slip whenever somebody else expunges a letter (RFC 9051 §2.3.1.2).
final class ImapFolder {
  private static final Duration LONGEST_IDLE = Duration.ofMinutes(2);

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d-MMM-uuuu", Locale.ENGLISH);

  /// A letter as the server lists it.
  record Listed(long uid, long size, Instant received) {}

  private final ImapSession session;
  private final String name;
  private final MailboxInfo state;
  private boolean idles = true;

  private ImapFolder(ImapSession session, String name, MailboxInfo state) {
    this.session = session;
    this.name = name;
    this.state = state;
  }

  static ImapFolder examine(ImapSession session, String name) throws MailboxUnavailable {
    try {
      return new ImapFolder(session, name, session.wire().examine(name));
    } catch (CommandFailedException e) {
      throw ResponseCodes.folder(name, e.getResponse().getRest());
    } catch (ProtocolException e) {
      throw e.getResponse() == null ? ImapSession.broken(e) : ImapSession.gone(e.getResponse());
    }
  }

  /// How long one IDLE lasts: RFC 2177 allows 29 minutes, routers forget a silent flow far sooner.
  static Duration idleTime(MailboxSettings mailbox) {
    Duration poll = mailbox.pollInterval();
    return poll.compareTo(LONGEST_IDLE) < 0 ? poll : LONGEST_IDLE;
  }

  /// How many stood in the folder when it was opened.
  int letters() {
    return state.total;
  }

  /// RFC 9051 §2.3.1.1; -1 when the server gives none.
  long uidValidity() {
    return state.uidvalidity;
  }

  /// What the server expects to give to the next letter; -1 when it does not say.
  long uidNext() {
    return state.uidnext;
  }

  /// The highest UID that is in use, 0 in an empty folder.
  long highest() throws MailboxUnavailable {
    return state.total == 0 ? 0 : uids(fetch("*", "(UID)")).max(Long::compare).orElse(0L);
  }

  private static Stream<Long> uids(Stream<FetchResponse> answers) {
    return answers.map(a -> a.getItem(UID.class)).filter(Objects::nonNull).map(u -> u.uid);
  }

  /// The UIDs from `first` on, ascending. `first:*` names the last letter even when its UID is
  /// smaller (RFC 9051 §6.4.8), so that one is left out.
  List<Long> uidsFrom(long first) throws MailboxUnavailable {
    return search("UID " + first + ":*").stream().filter(uid -> uid >= first).sorted().toList();
  }

  /// Those of the UIDs that still stand in the folder.
  Set<Long> present(List<Long> uids) throws MailboxUnavailable {
    return new HashSet<>(search("UID " + UidSet.of(uids)));
  }

  /// Those of the UIDs whose letters bear that mark.
  Set<Long> marked(List<Long> uids, String mark) throws MailboxUnavailable {
    return new HashSet<>(search("UID " + UidSet.of(uids) + " " + mark));
  }

  /// Whether a letter of that Message-ID stands here and bears that mark.
  boolean holdsMarked(MessageId id, String mark) throws MailboxUnavailable {
    return !found(session.run("UID SEARCH", ImapAnswerSearch.marked(id, mark), unsearchable()))
        .isEmpty();
  }

  private List<Long> search(String what) throws MailboxUnavailable {
    return found(session.run("UID SEARCH " + what, unsearchable()));
  }

  private String unsearchable() {
    return name + " cannot be searched";
  }

  private static List<Long> found(Response[] answers) {
    List<Long> found = new ArrayList<>();
    for (Response answer : answers) {
      if (answer instanceof IMAPResponse data && data.keyEquals("SEARCH")) {
        for (long uid = data.readLong(); uid > 0; uid = data.readLong()) {
          found.add(uid);
        }
      }
    }
    return found;
  }

  /// The UIDs of letters that came on that day or later.
  List<Long> uidsSince(LocalDate day) throws MailboxUnavailable {
    return search("SINCE " + DAY.format(day));
  }

  /// Size and date of each letter; those that vanished meanwhile, or are withheld, are missing.
  ///
  /// @param now the date of a letter that has none, neither from the server nor in its header
  List<Listed> list(List<Long> uids, Instant now) throws MailboxUnavailable {
    Map<Long, Listed> listed = new HashMap<>();
    Map<Long, Long> undated = new HashMap<>();
    fetch(UidSet.of(uids), "(UID RFC822.SIZE INTERNALDATE)")
        .forEach(item -> listing(item, listed, undated));
    if (!undated.isEmpty()) {
      Map<Long, Instant> written = written(undated.keySet().stream().sorted().toList());
      undated.forEach((uid, size) ->
          listed.put(uid, new Listed(uid, size, earlier(written.getOrDefault(uid, now), now))));
    }
    return uids.stream().map(listed::get).filter(Objects::nonNull).toList();
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static void listing(
      FetchResponse answer, Map<Long, Listed> listed, Map<Long, Long> undated) {
    UID uid = answer.getItem(UID.class);
    RFC822SIZE size = answer.getItem(RFC822SIZE.class);
    INTERNALDATE date = answer.getItem(INTERNALDATE.class);
    if (uid != null && size != null && date != null) {
      listed.put(uid.uid, new Listed(uid.uid, size.size, date.getDate().toInstant()));
    } else if (uid != null && size != null) {
      undated.put(uid.uid, size.size);
    }
  }

  /// When letters were written, by their own word: the next best where the server does not say when
  /// they came.
  private Map<Long, Instant> written(List<Long> uids) throws MailboxUnavailable {
    Map<Long, byte[]> heads = new HashMap<>();
    fetch(UidSet.of(uids), "(UID BODY.PEEK[HEADER.FIELDS (DATE)])")
        .forEach(item -> body(item, heads));
    Map<Long, Instant> dates = new HashMap<>();
    heads.forEach((uid, head) ->
        new LetterReader().read(head).date().ifPresent(date -> dates.put(uid, date)));
    return dates;
  }

  /// The letters' first `most` octets; letters that the server does not give are missing.
  Map<Long, byte[]> bodies(List<Long> uids, int most) throws MailboxUnavailable {
    Map<Long, byte[]> bodies = new HashMap<>();
    fetch(UidSet.of(uids), "(UID BODY.PEEK[]<0." + most + ">)").forEach(item -> body(item, bodies));
    bodies.keySet().retainAll(new HashSet<>(uids));
    return bodies;
  }

  private static void body(FetchResponse answer, Map<Long, byte[]> bodies) {
    UID uid = answer.getItem(UID.class);
    BODY body = answer.getItem(BODY.class);
    if (uid != null && body != null && body.getByteArray() != null) {
      bodies.put(uid.uid, body.getByteArray().getNewBytes());
    }
  }

  private Stream<FetchResponse> fetch(String set, String items) throws MailboxUnavailable {
    String command = "UID FETCH " + set + " " + items;
    return Arrays.stream(session.run(command, "the server does not give the letters"))
        .filter(FetchResponse.class::isInstance)
        .map(FetchResponse.class::cast);
  }

  /// How often the server has told of new letters. Taken before a look through the folder, it says
  /// afterwards whether letters came during it: see [#await].
  long arrivals() {
    return session.wire().arrivals();
  }

  /// Waits until something happens in the folder, at most that long, and leaves it up to date. Does
  /// not wait when letters have come since `seen`: the server tells of them once, perhaps before it
  /// hears that we are idle, and then says nothing more.
  ///
  /// @param seen what [#arrivals] was when the folder was last looked through
  /// @param pause where the server has no IDLE: waits for the next poll
  void await(Duration longest, InstantSource clock, long seen, RetryPause pause)
      throws MailboxUnavailable, InterruptedException {
    if (arrivals() != seen) {
      return;
    }
    if (idles && session.offers("IDLE")) {
      idles = ImapIdle.await(session, longest, clock, seen);
    } else {
      pause.await(longest);
      session.run("NOOP", "the server does not answer NOOP");
    }
  }
}
