package org.postbag.web;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.postbag.database.Database;
import org.postbag.ledger.Actor;
import org.postbag.ledger.Ledger;
import org.postbag.ledger.StaffReason;
import org.postbag.ledger.StaffReason.Kind;

/// The people who may sign in: their names, roles, passwords and API tokens. Every request asks
/// here anew, so that a change is in force at once, also when it was made by another process.
public final class Staff {
  /// How long a token is good where nothing else is said.
  public static final Duration TOKEN_IS_GOOD = Duration.ofDays(365);

  private static final Actor TERMINAL = new Actor("terminal");

  private final Database database;
  private final JdbcStaff rows;
  private final JdbcSessions sessions;
  private final InstantSource clock;
  private final Passwords passwords;
  private final ApiTokens tokens;
  private final Ledger ledger;
  private final Actor by;

  public Staff(Database database, InstantSource clock) {
    this(database, clock, new Passwords());
  }

  Staff(Database database, InstantSource clock, Passwords passwords) {
    this(database, clock, passwords, TERMINAL);
  }

  private Staff(Database database, InstantSource clock, Passwords passwords, Actor by) {
    this.by = by;
    this.ledger = new Ledger(database, clock);
    this.tokens = new ApiTokens(database, ledger, clock);
    this.passwords = passwords;
    this.database = database;
    this.rows = new JdbcStaff(database);
    this.sessions = new JdbcSessions(database);
    this.clock = clock;
  }

  /// The same for somebody whose name stands in the ledger beside every change; without it, the
  /// terminal's does.
  public Staff by(Actor actor) {
    return new Staff(database, clock, passwords, actor);
  }

  /// Whether nobody can sign in yet.
  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /// All members, by name.
  public List<StaffMember> all() {
    return rows.all();
  }

  public Optional<StaffMember> find(String name) {
    return rows.find(StaffName.key(name));
  }

  /// Makes an account.
  ///
  /// @param name 1 to 64 letters, digits and `. _ - @`; kept in lower case
  /// @param password 8 to 1,000 characters of any kind
  public StaffChange add(String name, Rights rights, String password) {
    String key = StaffName.key(name);
    Optional<String> objection =
        StaffName.objection(key).or(() -> passwords.objection(key, password));
    if (objection.isPresent()) {
      return new StaffChange.Refused(objection.get());
    }
    StaffMember member = new StaffMember(key, rights, clock.instant());
    String hash = passwords.hash(password);
    return ledger.inTurn(() ->
        rows.insert(member, hash)
            ? noted(Kind.ADDED, member, rights.label())
            : new StaffChange.Refused("There is already an account called " + key));
  }

  /// With one role in every mailbox.
  public StaffChange add(String name, Role role, String password) {
    return add(name, Rights.everywhere(role), password);
  }

  private StaffChange noted(Kind kind, StaffMember member, String detail) {
    ledger.note(by, new StaffReason(kind, member.name(), detail));
    return new StaffChange.Done(member);
  }

  /// A new password; ends all sessions of that member.
  public StaffChange changePassword(String name, String password) {
    Optional<String> objection = passwords.objection(StaffName.key(name), password);
    if (objection.isPresent()) {
      return new StaffChange.Refused(objection.get());
    }
    String hash = passwords.hash(password);
    return change(
        name,
        member -> {
          rows.setPassword(member.name(), hash);
          sessions.deleteOf(member.name());
          return noted(Kind.PASSWORD, member, "");
        });
  }

  /// Other rights; the last administrator of the office keeps theirs.
  public StaffChange changeRights(String name, Rights rights) {
    return change(
        name,
        member -> {
          if (!rights.mayEverywhere(Role.ADMIN) && isLastAdmin(member)) {
            return lastAdmin(member);
          }
          rows.setRights(member.name(), rights);
          StaffMember now = new StaffMember(member.name(), rights, member.created());
          return noted(Kind.RIGHTS, now, rights.label());
        });
  }

  /// One role in every mailbox.
  public StaffChange changeRole(String name, Role role) {
    return changeRights(name, Rights.everywhere(role));
  }

  /// Removes an account with its sessions and tokens; the last administrator stays.
  public StaffChange remove(String name) {
    return change(
        name,
        member -> {
          if (isLastAdmin(member)) {
            return lastAdmin(member);
          }
          rows.delete(member.name());
          return noted(Kind.REMOVED, member, "");
        });
  }

  private StaffChange change(String name, Function<StaffMember, StaffChange> change) {
    return ledger.inTurn(() ->
        rows.find(StaffName.key(name))
            .map(change)
            .orElseGet(() -> new StaffChange.Refused("There is no account called " + name)));
  }

  private boolean isLastAdmin(StaffMember member) {
    return member.rights().mayEverywhere(Role.ADMIN)
        && rows.all().stream().filter(one -> one.rights().mayEverywhere(Role.ADMIN)).count() == 1;
  }

  private static StaffChange lastAdmin(StaffMember member) {
    return new StaffChange.Refused(
        member.name() + " is the only administrator: give that role to somebody else first");
  }

  /// A new token for the API that does all that its member may, to be shown once; empty when there
  /// is no such account.
  public Optional<RandomSecret> newToken(String name) {
    return newToken(name, Role.ADMIN, TOKEN_IS_GOOD);
  }

  /// One that does no more than a role, and ends.
  public Optional<RandomSecret> newToken(String name, Role most, Duration good) {
    return tokens.make(StaffName.key(name), most, good, by);
  }

  public List<ApiToken> tokens(String name) {
    return tokens.of(StaffName.key(name));
  }

  /// Ends all tokens of a member.
  ///
  /// @return how many there were
  public int revokeTokens(String name) {
    return tokens.end(StaffName.key(name), by);
  }

  /// Who holds that token.
  public Optional<StaffMember> byToken(RandomSecret token) {
    return tokens.holder(token);
  }

  /// Who has that name and password. Takes as long for a name that does not exist.
  public Optional<StaffMember> byPassword(String name, String password) {
    String key = StaffName.key(name);
    return new PasswordCheck(database, passwords).isRight(key, password)
        ? rows.find(key)
        : Optional.empty();
  }
}
