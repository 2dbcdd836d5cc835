package org.postbag.upkeep.person;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.postbag.database.Database;
import org.postbag.database.Maintenance;
import org.postbag.email.Address;
import org.postbag.email.LetterReader;
import org.postbag.ledger.Actor;
import org.postbag.ledger.DecisionReason;
import org.postbag.ledger.Ledger;
import org.postbag.ledger.Move;
import org.postbag.ledger.State;
import org.postbag.upkeep.hold.Holds;

/// Erases letters with everything that was made of them, so that no byte of them is left in the
/// data folder. Backups from before hold them still.
public final class Erasure {
  private static final int BATCH = 200;

  private final Database database;
  private final Ledger ledger;
  private final JdbcErasure rows;
  private final JdbcPersonPast past;
  private final PersonLetters people;
  private final Holds holds;
  private final DerivedData derived;
  private final InstantSource clock;

  public Erasure(
      Database database,
      Ledger ledger,
      LetterReader reader,
      Holds holds,
      DerivedData derived,
      InstantSource clock) {
    this.database = database;
    this.ledger = ledger;
    this.rows = new JdbcErasure(database);
    this.past = new JdbcPersonPast(database);
    this.people = new PersonLetters(database, reader);
    this.holds = holds;
    this.derived = derived;
    this.clock = clock;
  }

  /// What erasing that person would erase.
  public ErasureResult preview(Address person) {
    return refusal(person)
        .<ErasureResult>map(ErasureResult.Refused::new)
        .orElseGet(() ->
            new ErasureResult.Done(people.of(person).size() + past.of(person).size(), List.of()));
  }

  /// Erases everything that is kept on that person.
  ///
  /// @throws IOException when the index cannot be written; erasing again finishes the work
  public ErasureResult erase(Address person, Actor by) throws IOException {
    Optional<String> refusal = refusal(person);
    if (refusal.isPresent()) {
      return new ErasureResult.Refused(refusal.get());
    }
    Set<Long> letters = people.of(person);
    List<Long> sending = erase(letters, by, DecisionReason.ERASED);
    int before = erasePast(person);
    if (sending.isEmpty()) {
      database.doInTransaction(() -> rows.forget(person));
    }
    finish();
    return new ErasureResult.Done(letters.size() - sending.size() + before, sending);
  }

  /// @return how many past letters there were
  private int erasePast(Address person) throws IOException {
    List<Long> letters = past.of(person);
    derived.forgetPast(letters);
    database.doInTransaction(() -> past.erase(letters));
    return letters.size();
  }

  private Optional<String> refusal(Address person) {
    return holds
        .on(person)
        .or(() -> holds.onTopicsOf(people.of(person)))
        .map(hold -> "a legal hold covers it (%s): %s".formatted(hold.scope(), hold.why()));
  }

  /// Erases letters; [#finish] must follow.
  ///
  /// @return those whose reply is being sent now, which were left alone
  public List<Long> erase(Collection<Long> letters, Actor by, DecisionReason why)
      throws IOException {
    List<Long> all = List.copyOf(letters);
    List<Long> sending = new ArrayList<>();
    for (int from = 0; from < all.size(); from += BATCH) {
      List<Long> batch = all.subList(from, Math.min(from + BATCH, all.size()));
      derived.forget(batch);
      sending.addAll(eraseRows(batch, by, why));
    }
    return sending;
  }

  private List<Long> eraseRows(List<Long> batch, Actor by, DecisionReason why) {
    return ledger.inTurn(() -> {
      List<Long> erased = batch.stream().filter(letter -> end(letter, by, why)).toList();
      if (!erased.isEmpty()) {
        rows.erase(erased, clock.instant());
      }
      return batch.stream().filter(letter -> !erased.contains(letter)).toList();
    });
  }

  /// Brings a letter into a state in which nothing more is done with it.
  ///
  /// @return false when its reply is being sent
  private boolean end(long letter, Actor by, DecisionReason why) {
    State now = ledger.state(letter);
    return switch (now) {
      case SENDING -> false;
      case SENT, FAILED, SET_ASIDE, CLOSED -> ledger.move(new Move(letter, now, now, by, why));
      case KEPT, WAITING, NEEDS_PERSON, SNOOZED, PRACTISED, APPROVED, UNCLEAR ->
          ledger.move(new Move(letter, now, State.CLOSED, by, why));
    };
  }

  /// Takes what was erased out of the free space of the database, and out of the model.
  public void finish() {
    new Maintenance(database).compact();
    derived.learnAgain();
  }
}
