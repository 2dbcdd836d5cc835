package org.postbag.intake.imap;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postbag.database.DatabaseAway;
import org.postbag.intake.AccountCheck;
import org.postbag.intake.MailboxSettings;

/// The mailbox cannot be used at this moment. The message says what is wrong and what mends it.
public final class MailboxUnavailable extends Exception {
  private static final long serialVersionUID = 1L;

  /// SIGN_IN: the server does not accept who we are. BUSY: it asks for patience. UNREACHABLE: no
  /// connection. UNPROTECTED: the way there is not safe, and nothing secret was sent. FOLDER: it
  /// cannot be opened. SILENT: no answer in time. BROKEN: the connection ended, or what came made
  /// no sense. REFUSED: it says no to a command. OTHER_ACCOUNT: the name means another account now,
  /// and nothing was tried. STORE: we could not keep what came.
  public enum Kind {
    SIGN_IN,
    BUSY,
    UNREACHABLE,
    UNPROTECTED,
    FOLDER,
    SILENT,
    BROKEN,
    REFUSED,
    OTHER_ACCOUNT,
    STORE
  }

  private final Kind kind;
  private final transient @Nullable Duration pause;

  MailboxUnavailable(Kind kind, String message) {
    this(kind, message, null, null);
  }

  MailboxUnavailable(Kind kind, String message, @Nullable Throwable cause) {
    this(kind, message, cause, null);
  }

  MailboxUnavailable(
      Kind kind, String message, @Nullable Throwable cause, @Nullable Duration pause) {
    super(message, cause);
    this.kind = kind;
    this.pause = pause;
  }

  /// What came could not be kept. The words for a database that is away are the same at each try,
  /// so that they are said once.
  static MailboxUnavailable notKept(Throwable failure) {
    String why = DatabaseAway.reason(failure).orElseGet(() -> String.valueOf(failure.getMessage()));
    return new MailboxUnavailable(Kind.STORE, "letters cannot be kept: " + why, failure);
  }

  /// @throws MailboxUnavailable when the mailbox's name means another account now
  static void requireSame(MailboxSettings mailbox, AccountCheck accounts)
      throws MailboxUnavailable {
    Optional<String> objection = accounts.objection(mailbox);
    if (objection.isPresent()) {
      throw new MailboxUnavailable(Kind.OTHER_ACCOUNT, objection.get());
    }
  }

  public Kind kind() {
    return kind;
  }

  /// How long the server asked us to stay away.
  public Optional<Duration> pause() {
    return Optional.ofNullable(pause);
  }
}
