package org.postbag.intake;

/// Where a mailbox's OAuth 2.0 access token comes from (RFC 6749 §1.4).
public interface AccessTokens {
  /// A token that is still good, fetched when need be.
  ///
  /// @throws TokenRefused when the identity provider gives none
  String accessToken(MailboxSettings mailbox) throws TokenRefused;

  /// The mail server did not accept the last token: the next call fetches another one.
  void forget(MailboxSettings mailbox);

  /// The identity provider gave no token; the message says why and what mends it.
  final class TokenRefused extends Exception {
    private static final long serialVersionUID = 1L;
    private final boolean forGood;

    /// A refusal; `forGood` when asking again is of no use before a person has acted.
    public TokenRefused(String message, boolean forGood) {
      super(message);
      this.forGood = forGood;
    }

    public boolean isForGood() {
      return forGood;
    }
  }
}
