package org.postbag.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.postbag.database.Database;

/// Who is signed in at a browser. A session ends after 12 hours without use, and 7 days after it
/// began (ASVS 5.0 §7.3); with its member's removal or new password; and when they sign out.
public final class Sessions {
  static final Duration IDLE = Duration.ofHours(12);
  static final Duration LONGEST = Duration.ofDays(7);
  private static final Duration TOUCH_EVERY = Duration.ofMinutes(5);

  private final Database database;
  private final JdbcSessions rows;
  private final InstantSource clock;

  public Sessions(Database database, InstantSource clock) {
    this.database = database;
    this.rows = new JdbcSessions(database);
    this.clock = clock;
  }

  /// Begins a session under a new secret.
  public RandomSecret open(StaffMember member) {
    RandomSecret secret = RandomSecret.random();
    Instant now = clock.instant();
    database.doInTransaction(() -> {
      rows.deleteOld(now.minus(LONGEST), now.minus(IDLE));
      rows.insert(secret.hash(), member.name(), now);
    });
    return secret;
  }

  /// Whose session that is, with the role they have now.
  public Optional<StaffMember> find(RandomSecret secret) {
    Instant now = clock.instant();
    Optional<JdbcSessions.Session> session =
        rows.find(secret.hash(), now.minus(LONGEST), now.minus(IDLE));
    if (session.isPresent() && session.get().seen().plus(TOUCH_EVERY).isBefore(now)) {
      database.doInTransaction(() -> rows.touch(secret.hash(), now));
    }
    return session.map(JdbcSessions.Session::member);
  }

  public void close(RandomSecret secret) {
    database.doInTransaction(() -> rows.delete(secret.hash()));
  }
}
