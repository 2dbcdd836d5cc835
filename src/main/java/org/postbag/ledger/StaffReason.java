package org.postbag.ledger;

import java.util.Arrays;
import java.util.Optional;

/// What happened to an account, or with one: entries about the office, not about a letter.
///
/// @param member whose account it is
/// @param detail the new rights, or the way in which somebody signed in; may be empty
public record StaffReason(Kind kind, String member, String detail) implements Reason {
  /// What happened.
  public enum Kind {
    ADDED("staff-added", "The account %s was made: %s."),
    RIGHTS("staff-rights", "The account %s has other rights: %s."),
    PASSWORD("staff-password", "The account %s has a new password%s."),
    REMOVED("staff-removed", "The account %s was removed%s."),
    SIGNED_IN("signed-in", "The account %s signed in with %s."),
    SIGN_IN_FAILED("sign-in-failed", "A try to sign in as %s failed: %s."),
    TOKEN_MADE("token-made", "The account %s has a new token for the API%s."),
    TOKEN_ENDED("token-ended", "Tokens of %s were ended%s.");

    private final String word;
    private final String sentence;

    Kind(String word, String sentence) {
      this.word = word;
      this.sentence = sentence;
    }
  }

  public StaffReason(Kind kind, String member) {
    this(kind, member, "");
  }

  @Override
  public String word() {
    return (kind.word + " " + member + " " + detail).strip();
  }

  @Override
  public String sentence() {
    return kind.sentence.formatted(member, detail);
  }

  /// From its word.
  static Optional<Reason> of(String word) {
    String[] parts = word.split(" ", 3);
    return Arrays.stream(Kind.values())
        .filter(kind -> parts.length > 1 && kind.word.equals(parts[0]))
        .findFirst()
        .map(kind -> new StaffReason(kind, parts[1], parts.length > 2 ? parts[2] : ""));
  }
}
