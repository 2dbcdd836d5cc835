package org.postbag.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.postbag.ledger.Actor;
import org.postbag.ledger.Ledger;
import org.postbag.ledger.StaffReason;
import org.postbag.ledger.StaffReason.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Begins and ends sessions at a browser.
public final class SignIn {
  private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);

  private final Staff staff;
  private final Sessions sessions;
  private final SignInThrottle guesses;
  private final Ledger ledger;

  SignIn(Staff staff, Sessions sessions, SignInThrottle guesses, Ledger ledger) {
    this.ledger = ledger;
    this.staff = staff;
    this.sessions = sessions;
    this.guesses = guesses;
  }

  /// What became of a try to sign in.
  public sealed interface Outcome {
    /// Signed in.
    record In(StaffMember member) implements Outcome {}

    /// No such name, or not its password: which of the two is not told.
    record Wrong() implements Outcome {}

    /// Not even looked at: too many wrong ones came from there.
    record TooOften(Duration pause) implements Outcome {}
  }

  public Outcome withPassword(
      String name, String password, HttpServletRequest request, HttpServletResponse response) {
    String address = request.getRemoteAddr();
    Duration pause = guesses.pause(name, address);
    if (pause.isPositive()) {
      return new Outcome.TooOften(pause);
    }
    Optional<StaffMember> member = staff.byPassword(name, password);
    if (member.isEmpty()) {
      guesses.failed(name, address);
      failed(name, "wrong password");
      LOG.warn("a sign-in failed, from {}", KeyedHash.of(address));
      return new Outcome.Wrong();
    }
    guesses.succeeded(name, address);
    as(member.get(), "a password", request, response);
    return new Outcome.In(member.get());
  }

  /// Writes down a try that failed. A name that nobody has may be a password in the wrong field: it
  /// is not written down, and the entry costs the same time all the same.
  private void failed(String name, String why) {
    String known = staff.find(name).map(StaffMember::name).orElse("nobody");
    ledger.note(Actor.POSTBAG, new StaffReason(Kind.SIGN_IN_FAILED, known, why));
  }

  /// Begins a new session, and ends the one that the browser had: a session set before sign-in is
  /// worth nothing after it.
  ///
  /// @param with how they proved who they are, in a few words for the ledger
  public void as(
      StaffMember member, String with, HttpServletRequest request, HttpServletResponse response) {
    ledger.note(new Actor(member.name()), new StaffReason(Kind.SIGNED_IN, member.name(), with));
    SessionCookie.read(request).ifPresent(sessions::close);
    SessionCookie.write(request, response, sessions.open(member));
    LOG.info("{} signed in, from {}", member.name(), KeyedHash.of(request.getRemoteAddr()));
  }

  /// Who is signed in at that browser, asked again each time; for answers that outlast a request.
  public Supplier<Optional<StaffMember>> watch(HttpServletRequest request) {
    Optional<RandomSecret> session = SessionCookie.read(request);
    return () -> session.flatMap(sessions::find);
  }

  /// Ends the session.
  public void out(HttpServletRequest request, HttpServletResponse response) {
    SessionCookie.read(request).ifPresent(sessions::close);
    SessionCookie.clear(request, response);
  }
}
