package org.postbag.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.postbag.database.Database;
import org.postbag.ledger.Actor;
import org.postbag.ledger.Ledger;

/// Links that work once and not for long: the one with which a fresh installation gets its first
/// administrator, and the one that signs a member in without a password (the demo's).
public final class OneTimeLinks {
  private static final Duration SET_UP = Duration.ofDays(1);

  private final Database database;
  private final JdbcStaff rows;
  private final Staff staff;
  private final Ledger ledger;
  private final InstantSource clock;

  public OneTimeLinks(Database database, Staff staff, InstantSource clock) {
    this.database = database;
    this.rows = new JdbcStaff(database);
    this.staff = staff;
    this.ledger = new Ledger(database, clock);
    this.clock = clock;
  }

  /// The path of a new set-up link, good for a day; earlier ones stop working. Empty once there is
  /// an account.
  public Optional<String> setUpPath() {
    if (!staff.isEmpty()) {
      return Optional.empty();
    }
    RandomSecret secret = RandomSecret.random();
    Instant expires = clock.instant().plus(SET_UP);
    database.doInTransaction(() -> {
      rows.deleteSetUpLinks();
      rows.insertLink(secret.hash(), null, expires);
    });
    return Optional.of("/set-up?token=" + secret.text());
  }

  /// The path of a new link that signs `member` in once.
  public String signInPath(StaffMember member, Duration good) {
    RandomSecret secret = RandomSecret.random();
    Instant expires = clock.instant().plus(good);
    database.doInTransaction(() -> rows.insertLink(secret.hash(), member.name(), expires));
    return "/sign-in?token=" + secret.text();
  }

  /// Whether a set-up link still works.
  public boolean isSetUp(RandomSecret secret) {
    return staff.isEmpty() && rows.hasSetUpLink(secret.hash(), clock.instant());
  }

  /// Makes the first administrator. The link stays good when name or password were not taken.
  public StaffChange setUp(RandomSecret secret, String name, String password) {
    return ledger.inTurn(() -> {
      if (!staff.isEmpty() || !rows.hasSetUpLink(secret.hash(), clock.instant())) {
        return new StaffChange.Refused("This link was used already, or is older than a day");
      }
      StaffChange change = staff.by(Actor.POSTBAG).add(name, Role.ADMIN, password);
      if (change instanceof StaffChange.Done) {
        rows.deleteSetUpLinks();
      }
      return change;
    });
  }

  /// Who is signed in by that link; it does not work again.
  public Optional<StaffMember> signIn(RandomSecret secret) {
    return database
        .inTransaction(() -> rows.takeSignInLink(secret.hash(), clock.instant()))
        .flatMap(staff::find);
  }
}
