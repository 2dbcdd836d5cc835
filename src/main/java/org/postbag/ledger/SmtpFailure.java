package org.postbag.ledger;

import java.util.Locale;

/// A mail server did not take a reply. Only the reply code is kept here (RFC 5321 §4.2), because
/// the server's text may name people and the ledger outlives erasure.
///
/// @param code 0 when there was no answer
public record SmtpFailure(Kind kind, int code) implements Reason {
  /// DEFERRED: a transient 4yz reply. UNREACHED: the server was never asked to take it. REJECTED: a
  /// permanent failure.
  public enum Kind {
    DEFERRED("The mail server asked to try again later"),
    UNREACHED("The mail server could not be asked to take it"),
    REJECTED("It was refused");

    private final String clause;

    Kind(String clause) {
      this.clause = clause;
    }

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// The kind, and the code where there is one; a rejection always has one, also 0.
  @Override
  public String word() {
    return code == 0 && kind != Kind.REJECTED ? kind.label() : kind.label() + "-" + code;
  }

  @Override
  public String sentence() {
    return code == 0 ? kind.clause + "." : kind.clause + " (error " + code + ").";
  }
}
