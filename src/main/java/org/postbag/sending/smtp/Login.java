package org.postbag.sending.smtp;

import org.postbag.catalog.Secret;

/// How we sign in to the server, RFC 4954.
public sealed interface Login {
  /// Not at all: a relay on this machine that knows us by our address.
  record None() implements Login {}

  /// PLAIN (RFC 4616) or LOGIN.
  record Password(String username, Secret password) implements Login {}

  /// XOAUTH2 or OAUTHBEARER (RFC 7628).
  record Token(String username, Tokens tokens) implements Login {}

  /// Where access tokens come from.
  interface Tokens {
    /// One that should be good now.
    ///
    /// @throws java.io.IOException when none is to be had at the moment
    String current() throws java.io.IOException;

    /// The server did not accept that token: the next one must be another.
    void refused(String token);
  }
}
