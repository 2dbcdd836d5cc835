package org.postbag.past;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.postbag.intake.Batch;
import org.postbag.intake.Gap;
import org.postbag.intake.ImapUid;
import org.postbag.intake.NewLetter;
import org.postbag.intake.StartFrom;
import org.postbag.intake.imap.ImapHistory;
import org.postbag.intake.imap.MailboxUnavailable;

/// Reads one folder of a mailbox into the past.
final class MailboxReading implements ImapHistory.Reading {
  private final String mailbox;
  private final FolderChoice.Chosen folder;
  private final Instant since;
  private final PastReader reader;
  private final PastKeeping keeping;
  private final ReadingProgress progress;
  private volatile PastCursor cursor;

  /// @param since from which day on letters are wanted; the beginning of a day
  MailboxReading(
      String mailbox,
      FolderChoice.Chosen folder,
      Instant since,
      PastReader reader,
      PastKeeping keeping,
      ReadingProgress progress) {
    this.mailbox = mailbox;
    this.folder = folder;
    this.since = since;
    this.reader = reader;
    this.keeping = keeping;
    this.progress = progress;
    this.cursor = new PastCursor(mailbox, folder.folder(), 0, 0, since, 0);
  }

  void run(ImapHistory history) throws MailboxUnavailable, InterruptedException {
    StartFrom from =
        since.equals(Instant.EPOCH)
            ? new StartFrom.All()
            : new StartFrom.Since(since.atZone(ZoneOffset.UTC).toLocalDate());
    history.read(folder.folder(), from, this);
  }

  @Override
  public long begin(long uidValidity, int letters) {
    cursor =
        keeping
            .cursor(mailbox, folder.folder())
            .filter(known -> known.holds(uidValidity, since))
            .orElse(new PastCursor(mailbox, folder.folder(), uidValidity, 0, since, 0));
    progress.begins(mailbox + "/" + folder.folder(), letters, cursor.seen());
    return cursor.place();
  }

  @Override
  public List<Gap> gaps(long uidValidity) {
    return keeping.gaps(mailbox, folder.folder(), uidValidity).stream()
        .map(uid ->
            new Gap(
                new ImapUid(mailbox, folder.folder(), uidValidity, uid),
                1,
                Instant.EPOCH,
                "listed and not given"))
        .toList();
  }

  @Override
  public void keep(Batch batch) {
    List<PastReader.Raw> raw = batch.letters().stream().map(this::raw).toList();
    PastCursor after = cursor.at(batch.after().lastUid(), raw.size());
    List<PastLetter> read = reader.read(raw);
    PastKeeping.Gaps gaps =
        new PastKeeping.Gaps(
            batch.gaps().stream().map(gap -> gap.uid().uid()).toList(),
            Stream.concat(batch.letters().stream().map(NewLetter::uid), batch.gone().stream())
                .map(ImapUid::uid)
                .toList());
    int fresh = keeping.keep(read, after, gaps).size();
    cursor = after;
    progress.read(raw.size(), fresh, after.seen());
    progress.withheld(batch.gaps().size());
  }

  private PastReader.Raw raw(NewLetter letter) {
    Optional<Direction> direction = folder.direction();
    return new PastReader.Raw(
        mailbox, folder.folder(), direction, letter.received(), letter.rfc822());
  }

  @Override
  public void waits(Duration pause, String why) {
    progress.waits(pause, why);
  }
}
