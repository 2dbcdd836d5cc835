package org.postbag.past;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.postbag.database.Database;
import org.postbag.past.Answered.KnownBy;
import org.postbag.past.JdbcPairs.Pair;
import org.postbag.past.JdbcPastLetters.Place;

/// Finds for each sent letter the received one that it answers.
///
/// First by the thread, for all of them: then it is known which letters have an answer already.
/// What is left is found by recipient, subject and time ([LikelyLetter]).
public final class Pairing {
  private final Database database;
  private final JdbcPastLetters letters;
  private final JdbcPairs pairs;
  private final ThreadLetter thread;
  private final LikelyLetter likely;

  public Pairing(Database database) {
    this.database = database;
    this.letters = new JdbcPastLetters(database);
    this.pairs = new JdbcPairs(database);
    this.thread = new ThreadLetter(letters);
    this.likely = new LikelyLetter(letters);
  }

  /// Pairs what is not paired yet.
  ///
  /// @return how many pairs there are
  public long run() {
    forEachPage(page -> page.forEach(this::pairByThread));
    forEachPage(page -> page.forEach(this::pairByRecipient));
    return pairs.count();
  }

  /// A page is one transaction.
  private void forEachPage(Consumer<List<PastLetter>> work) {
    Place after = Place.START;
    for (List<PastLetter> page = unpaired(after); !page.isEmpty(); page = unpaired(after)) {
      after = Place.behind(page.getLast());
      List<PastLetter> now = page;
      database.doInTransaction(() -> work.accept(now));
    }
  }

  private List<PastLetter> unpaired(Place after) {
    return letters.unpaired(after);
  }

  private void pairByThread(PastLetter reply) {
    thread.of(reply).ifPresent(letter -> put(reply, letter, KnownBy.THREAD));
  }

  private void pairByRecipient(PastLetter reply) {
    List<PastLetter> candidates = likely.candidates(reply);
    Set<Long> answered = new HashSet<>(pairs.answered(candidates));
    Optional<PastLetter> found = likely.of(reply, candidates, answered);
    found.ifPresent(letter -> put(reply, letter, KnownBy.RECIPIENT));
  }

  private void put(PastLetter reply, PastLetter letter, KnownBy by) {
    pairs.put(new Pair(reply.id(), letter.id(), by));
  }
}
