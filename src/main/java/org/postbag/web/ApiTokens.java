package org.postbag.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.postbag.database.Database;
import org.postbag.ledger.Actor;
import org.postbag.ledger.Ledger;
import org.postbag.ledger.StaffReason;
import org.postbag.ledger.StaffReason.Kind;

/// Tokens for the API: each ends, and does no more than its role.
final class ApiTokens {
  private static final Duration TOUCH_EVERY = Duration.ofMinutes(5);

  private final Database database;
  private final JdbcApiTokens rows;
  private final JdbcStaff staff;
  private final Ledger ledger;
  private final InstantSource clock;

  ApiTokens(Database database, Ledger ledger, InstantSource clock) {
    this.database = database;
    this.rows = new JdbcApiTokens(database);
    this.staff = new JdbcStaff(database);
    this.ledger = ledger;
    this.clock = clock;
  }

  /// A new one, to be shown once; empty when there is no such account.
  Optional<RandomSecret> make(String key, Role most, Duration good, Actor by) {
    RandomSecret secret = RandomSecret.random();
    Instant now = clock.instant();
    ApiToken token = new ApiToken(most, now, Optional.of(now.plus(good)), Optional.empty());
    return ledger.inTurn(() ->
        staff
            .find(key)
            .map(member -> {
              rows.insert(secret.hash(), member.name(), token);
              String detail = "at most " + most.label();
              ledger.note(by, new StaffReason(Kind.TOKEN_MADE, member.name(), detail));
              return secret;
            }));
  }

  /// Ends all of a member's.
  ///
  /// @return how many there were
  int end(String key, Actor by) {
    return ledger.inTurn(() -> {
      int ended = rows.delete(key);
      if (ended > 0) {
        ledger.note(by, new StaffReason(Kind.TOKEN_ENDED, key));
      }
      return ended;
    });
  }

  List<ApiToken> of(String key) {
    return rows.of(key);
  }

  /// Who holds it, with no more rights than it has.
  Optional<StaffMember> holder(RandomSecret secret) {
    Instant now = clock.instant();
    Optional<JdbcApiTokens.Held> held = rows.find(secret.hash(), now);
    if (held.filter(one -> one.used().plus(TOUCH_EVERY).isBefore(now)).isPresent()) {
      database.doInTransaction(() -> rows.touch(secret.hash(), now));
    }
    return held.map(one -> one.member().atMost(one.role()));
  }
}
