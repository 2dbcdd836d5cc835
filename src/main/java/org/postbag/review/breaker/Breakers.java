package org.postbag.review.breaker;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postbag.catalog.TopicId;
import org.postbag.database.Database;
import org.postbag.email.Address;
import org.postbag.ledger.Actor;
import org.postbag.ledger.BreakerReason;
import org.postbag.ledger.Ledger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The package's door. Whatever counts, asks and trips here joins the running transaction; what
/// trips or ends one is in the ledger too, so that is a turn ([Ledger#inTurn]).
public final class Breakers {
  private static final Logger log = LoggerFactory.getLogger(Breakers.class);

  /// Replies that one person may get within a day.
  public static final int REPLIES_A_DAY = 3;

  private static final Duration DAY = Duration.ofHours(24);

  private final Ledger ledger;
  private final JdbcBreakers rows;
  private final JdbcDepartures departures;
  private final DraftRate drafts;
  private final BounceRate bounces;
  private final InstantSource clock;

  public Breakers(Database database, Ledger ledger, InstantSource clock) {
    this.ledger = ledger;
    this.rows = new JdbcBreakers(database);
    this.departures = new JdbcDepartures(database);
    this.drafts = new DraftRate(database, rows);
    this.bounces = new BounceRate(database, rows);
    this.clock = clock;
  }

  /// What is stopped now, the oldest first.
  public List<Breaker> open() {
    return rows.open();
  }

  /// A person lets it go on.
  ///
  /// @return what was stopped; empty when it was not
  public Optional<Breaker> end(long id, Actor by) {
    Optional<Breaker> ended =
        ledger.inTurn(() -> {
          Optional<Breaker> open = rows.end(id, by.name(), clock.instant());
          open.ifPresent(_ -> ledger.note(by, BreakerReason.ENDED));
          return open;
        });
    ended.ifPresent(breaker -> log.info("breaker {} was ended by {}", id, by.name()));
    return ended;
  }

  /// Whether letters of that mailbox and topic get no drafts now.
  public boolean stopsDrafting(String mailbox, Optional<TopicId> topic) {
    return rows.isOpen(scopes(mailbox, topic), true);
  }

  /// Counts a draft.
  ///
  /// @param least so many drafts in an hour are never too many
  /// @return false when it is one too many, and not to be made
  public boolean admitsDraft(String mailbox, Optional<TopicId> topic, int least) {
    List<BreakerScope> scopes = scopes(mailbox, topic);
    for (BreakerScope scope : scopes) {
      tripIfAny(scope, Breaker.Cause.DRAFTS, drafts.excess(scope, least, clock.instant()));
    }
    return !rows.isOpen(scopes, true);
  }

  /// Whether anything is stopped, drafting or sending: one look, which mostly spares the others.
  public boolean anyOpen() {
    return rows.anyOpen();
  }

  /// Whether that reply must not leave now.
  public boolean stopsSending(String mailbox, Optional<TopicId> topic, Address recipient) {
    List<BreakerScope> scopes = scopes(mailbox, topic);
    scopes.add(new BreakerScope.Recipient(recipient));
    return rows.isOpen(scopes, false);
  }

  /// Whether one more reply may go to that recipient today; trips when not.
  ///
  /// @param letter whose reply it would be: a second try of the same reply is not one more
  public boolean admitsReply(Address recipient, long letter) {
    Instant now = clock.instant();
    BreakerScope scope = new BreakerScope.Recipient(recipient);
    if (departures.to(recipient, now.minus(DAY), letter, REPLIES_A_DAY) < REPLIES_A_DAY) {
      return true;
    }
    // The last look, at an index of ended ones, is only needed here.
    Instant from = rows.lastEnd(scope, Breaker.Cause.REPLIES).orElse(Instant.EPOCH);
    Instant counted = from.isAfter(now.minus(DAY)) ? from : now.minus(DAY);
    int had = departures.to(recipient, counted, letter, REPLIES_A_DAY);
    if (had >= REPLIES_A_DAY) {
      trip(scope, Breaker.Cause.REPLIES, had);
    }
    return had < REPLIES_A_DAY;
  }

  /// A letter answers a reply of ours, and its recipient had so many replies already.
  ///
  /// @return whether that is a conversation of machines, which is stopped
  public boolean isConversation(Address recipient, int replies) {
    BreakerScope scope = new BreakerScope.Recipient(recipient);
    if (replies < REPLIES_A_DAY || isLetGoOn(scope)) {
      return false;
    }
    trip(scope, Breaker.Cause.CONVERSATION, replies);
    return true;
  }

  /// Who lets it go on knows that these are people.
  private boolean isLetGoOn(BreakerScope scope) {
    return rows.lastEnd(scope, Breaker.Cause.CONVERSATION).isPresent();
  }

  /// A reply of that mailbox and topic did not arrive.
  public void bounced(String mailbox, Optional<TopicId> topic) {
    for (BreakerScope scope : scopes(mailbox, topic)) {
      tripIfAny(scope, Breaker.Cause.BOUNCES, bounces.excess(scope, clock.instant()));
    }
  }

  private void tripIfAny(BreakerScope scope, Breaker.Cause cause, int excess) {
    if (excess > 0) {
      trip(scope, cause, excess);
    }
  }

  private void trip(BreakerScope scope, Breaker.Cause cause, int count) {
    if (rows.open(scope, cause, count, clock.instant())) {
      ledger.note(Actor.POSTBAG, reason(cause));
      log.warn("a breaker has tripped: {} {}", count, cause.word());
    }
  }

  private static BreakerReason reason(Breaker.Cause cause) {
    return switch (cause) {
      case DRAFTS -> BreakerReason.TOO_MANY_DRAFTS;
      case REPLIES -> BreakerReason.TOO_MANY_REPLIES;
      case CONVERSATION -> BreakerReason.CONVERSATION;
      case BOUNCES -> BreakerReason.BOUNCES;
    };
  }

  private static List<BreakerScope> scopes(String mailbox, Optional<TopicId> topic) {
    List<BreakerScope> scopes = new ArrayList<>();
    scopes.add(new BreakerScope.Mailbox(mailbox));
    topic.map(BreakerScope.Topic::new).ifPresent(scopes::add);
    return scopes;
  }
}
