package org.postbag;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.postbag.intake.AccessTokens;
import org.postbag.intake.MailboxSettings;
import org.postbag.intake.SignIn;
import org.postbag.intake.imap.Tls;
import org.postbag.sending.smtp.Login;
import org.postbag.sending.smtp.SmtpServer;
import org.postbag.sending.smtp.Timeouts;

/// The way out of each mailbox, made from the same sign-in as its way in.
final class SmtpServers {
  private SmtpServers() {}

  static Map<String, SmtpServer> of(Map<String, MailboxSettings> mailboxes, AccessTokens tokens) {
    Map<String, SmtpServer> servers = new TreeMap<>();
    mailboxes.forEach((name, mailbox) -> servers.put(name, server(mailbox, tokens)));
    return servers;
  }

  private static SmtpServer server(MailboxSettings mailbox, AccessTokens tokens) {
    return new SmtpServer(
        mailbox.smtp(),
        login(mailbox, tokens),
        Tls.trusting(mailbox.certificates()).sockets(),
        Timeouts.STANDARD);
  }

  private static Login login(MailboxSettings mailbox, AccessTokens tokens) {
    return switch (mailbox.signIn()) {
      case SignIn.Password(var password) -> new Login.Password(mailbox.username(), password);
      case SignIn.OAuth2 _ -> new Login.Token(mailbox.username(), new Supply(mailbox, tokens));
    };
  }

  private record Supply(MailboxSettings mailbox, AccessTokens tokens) implements Login.Tokens {
    @Override
    public String current() throws IOException {
      try {
        return tokens.accessToken(mailbox);
      } catch (AccessTokens.TokenRefused e) {
        throw new IOException(e.getMessage(), e);
      }
    }

    @Override
    public void refused(String token) {
      tokens.forget(mailbox);
    }
  }
}
