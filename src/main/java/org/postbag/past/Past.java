package org.postbag.past;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postbag.database.Database;
import org.postbag.past.JdbcPairs.Pair;
import org.postbag.past.JdbcPastLetters.Place;

/// What is kept of the office's past. Streams read a page at a time, in the order of the letters'
/// times, and hold no more than that in memory.
public final class Past {
  private final JdbcPastLetters letters;
  private final JdbcPairs pairs;

  public Past(Database database) {
    this.letters = new JdbcPastLetters(database);
    this.pairs = new JdbcPairs(database);
  }

  /// How much there is.
  ///
  /// @param answered replies that are paired with the letter they answer
  public record Account(long received, long sent, long answered) {}

  public Account account() {
    return new Account(
        letters.count(Direction.RECEIVED), letters.count(Direction.SENT), pairs.count());
  }

  public Optional<PastLetter> find(long id) {
    return letters.find(id);
  }

  /// All letters of a direction, the oldest first.
  public Stream<PastLetter> letters(Direction direction) {
    return pages(Place.START, after -> letters.page(direction, after), Place::behind);
  }

  /// Every reply with the letter that it answers, the oldest reply first.
  public Stream<Answered> answered() {
    return pages(Place.START, this::answered, pair -> Place.behind(pair.reply()));
  }

  /// The answers that were sent to a received letter; of a sent one, what it answers.
  public List<Answered> pairsOf(long letter) {
    return resolved(pairs.of(letter));
  }

  private List<Answered> answered(Place after) {
    return resolved(pairs.page(after));
  }

  private List<Answered> resolved(List<Pair> found) {
    List<Long> ids = found.stream().flatMap(p -> Stream.of(p.reply(), p.received())).toList();
    Map<Long, PastLetter> known = letters.find(ids);
    return found.stream()
        .flatMap(pair -> answered(pair, known.get(pair.received()), known.get(pair.reply())))
        .toList();
  }

  private static Stream<Answered> answered(
      Pair pair, @Nullable PastLetter letter, @Nullable PastLetter reply) {
    return letter == null || reply == null
        ? Stream.empty()
        : Stream.of(new Answered(letter, reply, pair.knownBy()));
  }

  private static <T> Stream<T> pages(
      Place start, Function<Place, List<T>> page, Function<T, Place> behind) {
    return Stream.iterate(
            page.apply(start),
            last -> !last.isEmpty(),
            last -> page.apply(behind.apply(last.getLast())))
        .flatMap(List::stream);
  }
}
