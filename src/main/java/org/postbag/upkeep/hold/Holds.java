package org.postbag.upkeep.hold;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.postbag.catalog.TopicId;
import org.postbag.database.Database;
import org.postbag.email.Address;
import org.postbag.ledger.Actor;
import org.postbag.ledger.DecisionReason;
import org.postbag.ledger.Ledger;

/// Legal holds: as long as one stands, the letters of that person or topic are erased neither by
/// hand nor by age.
public final class Holds {
  private final Ledger ledger;
  private final JdbcHolds rows;
  private final InstantSource clock;

  public Holds(Database database, Ledger ledger, InstantSource clock) {
    this.ledger = ledger;
    this.rows = new JdbcHolds(database);
    this.clock = clock;
  }

  /// All that stand, the oldest first.
  public List<Hold> all() {
    return rows.all();
  }

  /// The scope that words name: an address, or the name of a topic.
  ///
  /// @return empty when they are neither
  public static Optional<String> scope(String words) {
    return words.contains("@")
        ? Address.parse(words).map(address -> Hold.PERSON + address.canonical())
        : topic(words).map(topic -> Hold.TOPIC + topic);
  }

  private static Optional<TopicId> topic(String name) {
    try {
      return Optional.of(new TopicId(name));
    } catch (IllegalArgumentException noTopic) {
      return Optional.empty();
    }
  }

  /// Begins a hold.
  ///
  /// @param scope as [#scope] gives it
  /// @return false when it stands already
  public boolean begin(String scope, String why, Actor by) {
    return ledger.inTurn(() -> {
      boolean begun = rows.insert(new Hold(scope, clock.instant(), by.name(), why));
      if (begun) {
        ledger.note(by, DecisionReason.HELD);
      }
      return begun;
    });
  }

  /// Ends a hold.
  ///
  /// @return false when there is no such hold
  public boolean end(String scope, Actor by) {
    return ledger.inTurn(() -> {
      boolean ended = rows.delete(scope);
      if (ended) {
        ledger.note(by, DecisionReason.HOLD_ENDED);
      }
      return ended;
    });
  }

  /// The hold on that person.
  public Optional<Hold> on(Address person) {
    String scope = Hold.PERSON + person.canonical();
    return all().stream().filter(hold -> hold.scope().equals(scope)).findFirst();
  }

  /// The first hold on a topic of one of these letters.
  public Optional<Hold> onTopicsOf(Collection<Long> letters) {
    return letters.isEmpty() ? Optional.empty() : rows.onTopicsOf(letters).stream().findFirst();
  }
}
