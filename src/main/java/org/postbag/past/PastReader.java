package org.postbag.past;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.postbag.email.Address;
import org.postbag.email.Letter;
import org.postbag.email.LetterReader;
import org.postbag.intake.Screening;
import org.postbag.intake.ScreeningReason;

/// Reads the bytes of past letters. The same reader as for new letters: it refuses nothing, throws
/// nothing, and its time and memory grow with the bytes alone.
final class PastReader {
  private static final Screening SCREENING = new Screening();

  private final LetterReader reader = new LetterReader();
  private final Set<Address> own;
  private final Instant since;

  /// @param since older letters are left out
  PastReader(Set<Address> own, Instant since) {
    this.own = Set.copyOf(own);
    this.since = since;
  }

  /// A letter's bytes, and where they were met.
  ///
  /// @param direction empty where the sender tells
  @SuppressWarnings("ArrayRecordComponent") // letters are large, and never compared
  record Raw(
      String source,
      String folder,
      Optional<Direction> direction,
      Instant received,
      byte[] rfc822) {}

  /// The letters that are wanted, in their order.
  List<PastLetter> read(List<Raw> batch) {
    return batch.parallelStream().flatMap(raw -> read(raw).stream()).toList();
  }

  /// Nothing of a letter that is older than wanted, or that Postbag itself has sent.
  private Optional<PastLetter> read(Raw raw) {
    Letter letter = reader.read(raw.rfc822());
    Direction direction = raw.direction().orElseGet(() -> direction(letter));
    Screening.Outcome screening = SCREENING.screen(letter, own);
    if (screening.why().filter(ScreeningReason.OWN_MARK::equals).isPresent()) {
      return Optional.empty();
    }
    PastLetter.Met met = new PastLetter.Met(raw.source(), raw.folder(), direction, raw.received());
    PastLetter past =
        PastLetter.of(
            met,
            letter,
            direction == Direction.SENT ? new Screening.Outcome.Personal() : screening);
    return past.at().isBefore(since) ? Optional.empty() : Optional.of(past);
  }

  private Direction direction(Letter letter) {
    boolean ours =
        letter.from().filter(from -> own.stream().anyMatch(from.address()::sameAs)).isPresent();
    return ours ? Direction.SENT : Direction.RECEIVED;
  }
}
