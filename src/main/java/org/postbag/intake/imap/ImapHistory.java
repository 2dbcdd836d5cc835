package org.postbag.intake.imap;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.protocol.ListInfo;
import org.postbag.intake.AccessTokens;
import org.postbag.intake.Batch;
import org.postbag.intake.Cursor;
import org.postbag.intake.Gap;
import org.postbag.intake.MailboxSettings;
import org.postbag.intake.RetryPause;
import org.postbag.intake.StartFrom;
import org.postbag.intake.WriteBack;

/// Reads folders of a mailbox once from beginning to end, instead of watching them. Each is opened
/// by EXAMINE and fetched by `BODY.PEEK`: nothing changes on the server.
///
/// A server that asks for patience gets it (its own pause, if it states one), and a connection that
/// breaks is opened again, both as in watching.
public final class ImapHistory {
  /// The text of a letter stands before its large attachments; those are not worth a provider's
  /// daily limit.
  private static final int MOST_OCTETS = 1024 * 1024;

  /// Tries in a row that bring nothing before reading is given up.
  private static final int MOST_TRIES = 6;

  private final MailboxSettings mailbox;
  private final AccessTokens tokens;
  private final ReadingIntervals intervals;
  private final FetchBudget budget = FetchBudget.ofHeap();
  private final RetryPause pause = new RetryPause();
  private final InstantSource clock;

  public ImapHistory(MailboxSettings mailbox, AccessTokens tokens, InstantSource clock) {
    this(mailbox, tokens, ReadingIntervals.standard(), clock);
  }

  ImapHistory(
      MailboxSettings mailbox,
      AccessTokens tokens,
      ReadingIntervals intervals,
      InstantSource clock) {
    this.mailbox = mailbox;
    this.tokens = tokens;
    this.intervals = intervals;
    this.clock = clock;
  }

  /// A folder as the server lists it.
  ///
  /// @param attributes such as `\Sent` (RFC 6154), as the server writes them
  /// @param separator between the levels of a name
  public record Folder(String name, List<String> attributes, char separator) {
    public Folder {
      attributes = List.copyOf(attributes);
    }

    public boolean is(String attribute) {
      return attributes.stream().anyMatch(attribute::equalsIgnoreCase);
    }
  }

  /// Who takes the letters.
  public interface Reading {
    /// Called for each connection.
    ///
    /// @param letters how many stand in the folder
    /// @return the last UID that is kept already; 0 when the folder is to be read from its
    ///   beginning
    long begin(long uidValidity, int letters);

    /// Letters that were listed and not given, in an earlier reading.
    List<Gap> gaps(long uidValidity);

    /// Keeps a batch, or throws.
    void keep(Batch batch);

    /// Nothing is read for so long.
    void waits(Duration pause, String why);
  }

  /// All folders that can be opened.
  public List<Folder> folders() throws MailboxUnavailable {
    try (ImapSession session = ImapSession.open(mailbox, tokens, intervals.silence())) {
      ListInfo[] listed = session.wire().list("", "*");
      return listed == null
          ? List.of()
          : java.util.Arrays.stream(listed)
              .filter(folder -> folder.canOpen)
              .map(folder -> new Folder(folder.name, List.of(folder.attrs), folder.separator))
              .toList();
    } catch (ProtocolException e) {
      throw ImapSession.broken(e);
    }
  }

  /// Reads a folder from where it was left to its end.
  ///
  /// @param from which of its letters are wanted, by the date at which they came
  /// @throws MailboxUnavailable when it cannot be read, or the server does not recover
  public void read(String folder, StartFrom from, Reading reading)
      throws MailboxUnavailable, InterruptedException {
    Watched watched = new Watched(reading);
    Bisection bisection = new Bisection();
    for (int tries = 1; ; tries++) {
      try {
        readOnce(folder, from, watched, bisection);
        return;
      } catch (MailboxUnavailable e) {
        tries = watched.takeProgress() ? 1 : tries;
        if (!passes(e) || tries >= MOST_TRIES) {
          throw e;
        }
        Duration usual = intervals.troubled().after(tries);
        Duration wait = e.pause().filter(asked -> asked.compareTo(usual) > 0).orElse(usual);
        reading.waits(wait, String.valueOf(e.getMessage()));
        pause.await(wait);
      }
    }
  }

  private static boolean passes(MailboxUnavailable e) {
    return switch (e.kind()) {
      case BUSY, UNREACHABLE, SILENT, BROKEN -> true;
      case SIGN_IN, UNPROTECTED, FOLDER, REFUSED, OTHER_ACCOUNT, STORE -> false;
    };
  }

  private void readOnce(String folder, StartFrom from, Watched reading, Bisection bisection)
      throws MailboxUnavailable, InterruptedException {
    try (ImapSession session = ImapSession.open(mailbox, tokens, intervals.silence())) {
      ImapFolder open = ImapFolder.examine(session, folder);
      long last = reading.begin(open.uidValidity(), open.letters());
      ScanContext context =
          new ScanContext(wanting(from), reading::keep, bisection, budget, intervals.gaps(), clock);
      FolderScan scan = new FolderScan(context, open, cursor(folder, open.uidValidity(), last));
      Cursor end = scan.run();
      // A scan fills gaps at the place where it stands; see Batch#after.
      new FolderScan(context, open, end).fill(reading.gaps(open.uidValidity()));
    }
  }

  /// All letters stood there before, so the date decides for each of them.
  private Cursor cursor(String folder, long uidValidity, long last) {
    return new Cursor(mailbox.name(), folder, uidValidity, last, Instant.MAX, 0, Long.MAX_VALUE, 0);
  }

  private MailboxSettings wanting(StartFrom from) {
    return new MailboxSettings(
        mailbox.name(),
        mailbox.address(),
        mailbox.displayName(),
        mailbox.imap(),
        mailbox.smtp(),
        mailbox.username(),
        mailbox.credentials(),
        mailbox.folders(),
        from,
        mailbox.pollInterval(),
        Math.min(mailbox.sizeLimit(), MOST_OCTETS),
        WriteBack.standard(),
        mailbox.certificates());
  }

  /// A reading that remembers whether anything was kept.
  private static final class Watched {
    private final Reading reading;
    private volatile boolean kept;

    Watched(Reading reading) {
      this.reading = reading;
    }

    long begin(long uidValidity, int letters) {
      return reading.begin(uidValidity, letters);
    }

    List<Gap> gaps(long uidValidity) {
      return reading.gaps(uidValidity);
    }

    void keep(Batch batch) {
      reading.keep(batch);
      kept = true;
    }

    boolean takeProgress() {
      boolean was = kept;
      kept = false;
      return was;
    }
  }
}
