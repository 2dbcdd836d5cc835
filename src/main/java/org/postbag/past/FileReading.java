package org.postbag.past;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads one file or folder on disk into the past, a batch at a time.
final class FileReading {
  private static final int MOST_LETTERS = 250;
  private static final long MOST_OCTETS = 4L * 1024 * 1024;

  private final String source;
  private final String folder;
  private final Optional<Direction> direction;
  private final Instant since;
  private final PastReader reader;
  private final PastKeeping keeping;
  private final ReadingProgress progress;

  /// @param source `mbox` or `maildir`
  /// @param folder the path
  FileReading(
      String source,
      String folder,
      Optional<Direction> direction,
      Instant since,
      PastReader reader,
      PastKeeping keeping,
      ReadingProgress progress) {
    this.source = source;
    this.folder = folder;
    this.direction = direction;
    this.since = since;
    this.reader = reader;
    this.keeping = keeping;
    this.progress = progress;
  }

  void run(FileLetters letters) throws IOException {
    long epoch = letters.epoch();
    PastCursor cursor =
        keeping
            .cursor(source, folder)
            .filter(known -> known.holds(epoch, since) && known.place() <= letters.end())
            .orElse(new PastCursor(source, folder, epoch, 0, since, 0));
    letters.skipTo(cursor.place());
    progress.begins(folder, letters.end(), cursor.place());
    List<FileLetters.Found> batch = new ArrayList<>();
    long octets = 0;
    for (FileLetters.Found one = letters.next(); one != null; one = letters.next()) {
      batch.add(one);
      octets += one.rfc822().length;
      if (batch.size() >= MOST_LETTERS || octets >= MOST_OCTETS) {
        cursor = keep(batch, cursor);
        batch = new ArrayList<>();
        octets = 0;
      }
    }
    if (!batch.isEmpty()) {
      var _ = keep(batch, cursor);
    }
  }

  private PastCursor keep(List<FileLetters.Found> batch, PastCursor before) {
    List<PastReader.Raw> raw =
        batch.stream()
            .map(one -> new PastReader.Raw(source, folder, direction, one.received(), one.rfc822()))
            .toList();
    PastCursor after = before.at(batch.getLast().behind(), batch.size());
    int fresh = keeping.keep(reader.read(raw), after, PastKeeping.Gaps.NONE).size();
    progress.read(raw.size(), fresh, after.place());
    return after;
  }
}
