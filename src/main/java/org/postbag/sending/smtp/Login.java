package org.postbag.sending.smtp;

import org.postbag.catalog.Secret;
import org.postbag.intake.AccessTokens;
import org.postbag.intake.MailboxSettings;

/// How we sign in to the server, RFC 4954.
public sealed interface Login {
  /// Not at all: a relay on this machine that knows us by our address.
  record None() implements Login {}

  /// PLAIN (RFC 4616) or LOGIN.
  record Password(String username, Secret password) implements Login {}

  /// XOAUTH2 or OAUTHBEARER (RFC 7628).
  record Token(MailboxSettings mailbox, AccessTokens tokens) implements Login {}
}
