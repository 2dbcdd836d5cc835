package org.postbag.sending.smtp;

import org.postbag.intake.AccessTokens;
import org.postbag.intake.Credentials;
import org.postbag.intake.MailServer;
import org.postbag.intake.MailboxSettings;
import org.postbag.intake.imap.Tls;

/// A mailbox's way out.
///
/// @param tls whom to trust; the certificate is checked against the host's name
public record SmtpServer(MailServer address, Login login, Tls tls, Timeouts timeouts) {
  /// The way out that a mailbox's settings name, with the standard's time-outs.
  public static SmtpServer of(MailboxSettings mailbox, AccessTokens tokens) {
    Login login =
        switch (mailbox.credentials()) {
          case Credentials.Password(var password) ->
              new Login.Password(mailbox.username(), password);
          case Credentials.OAuth2 _ -> new Login.Token(mailbox, tokens);
        };
    return new SmtpServer(
        mailbox.smtp(), login, Tls.trusting(mailbox.certificates()), Timeouts.STANDARD);
  }
}
