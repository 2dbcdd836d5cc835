package org.postbag.cli;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Optional;
import org.postbag.intake.AccessTokens;
import org.postbag.intake.AuthservIds;
import org.postbag.intake.MailboxSettings;
import org.postbag.intake.OAuthTokens;
import org.postbag.intake.imap.ImapProbe;
import org.postbag.intake.imap.MailboxUnavailable;
import org.postbag.sending.smtp.Answer;
import org.postbag.sending.smtp.SmtpClient;
import org.postbag.sending.smtp.SmtpServer;
import org.postbag.settings.Settings;

/// Signs in to every server that the settings name, sends nothing and changes nothing.
final class ServerCheck {
  private static final String TRUSTED = "where letters come from is said by ";

  private final Settings settings;
  private final AccessTokens tokens;
  private final PrintWriter out;
  private final PrintWriter err;

  ServerCheck(Settings settings, PrintWriter out, PrintWriter err) {
    this.settings = settings;
    this.tokens = new OAuthTokens(settings.data(), InstantSource.system());
    this.out = out;
    this.err = err;
  }

  /// Says what it found; true when all servers can be used.
  boolean allAnswer() {
    boolean good = true;
    for (MailboxSettings mailbox : settings.mailboxes()) {
      good &= imapAnswers(mailbox);
      good &= smtpAnswers(mailbox);
    }
    return good;
  }

  private boolean imapAnswers(MailboxSettings mailbox) {
    try {
      for (String found : ImapProbe.look(mailbox, tokens)) {
        out.println(mailbox.name() + ": IMAP " + mailbox.imap() + ": signed in; " + found);
      }
      out.println(mailbox.name() + ": " + authentication(mailbox));
      return true;
    } catch (MailboxUnavailable trouble) {
      err.println(mailbox.name() + ": IMAP " + mailbox.imap() + ": " + trouble.getMessage());
      return false;
    }
  }

  /// Whose word counts on where a letter comes from, RFC 8601.
  private String authentication(MailboxSettings mailbox) throws MailboxUnavailable {
    String configured = settings.authservIds().get(mailbox.name());
    if (configured != null) {
      return TRUSTED + configured + " (trusted-authserv-id)";
    }
    return AuthservIds.in(ImapProbe.newestHeaders(mailbox, tokens))
        .map(id -> TRUSTED + (id.isEmpty() ? "a server without a name" : id))
        .map(found -> found + ", as the newest letters show")
        .orElse(
            "no server says in the newest letters where they come from, so nobody is warned of"
                + " forged senders; see trusted-authserv-id");
  }

  private boolean smtpAnswers(MailboxSettings mailbox) {
    try (SmtpClient client = new SmtpClient(SmtpServer.of(mailbox, tokens))) {
      Optional<Answer> trouble = client.check();
      String server = mailbox.name() + ": SMTP " + mailbox.smtp() + ": ";
      trouble.ifPresentOrElse(
          answer -> err.println(server + words(answer)), () -> out.println(server + "signed in"));
      return trouble.isEmpty();
    }
  }

  private static String words(Answer answer) {
    return switch (answer) {
      case Answer.SignInRefused(int code, String words) ->
          "refuses user name and password (or token): " + said(code, words);
      case Answer.SenderRefused(int code, String words) ->
          "takes no mail from the mailbox's address: " + said(code, words);
      case Answer.Unreached(int code, String words, _) -> "not reached: " + said(code, words);
      case Answer.Deferred(int code, String words, _) -> "not now: " + said(code, words);
      case Answer.Rejected(int code, String words, _) -> "refused: " + said(code, words);
      case Answer.Unclear(String words) -> words;
      case Answer.Accepted(String words) -> words;
    };
  }

  private static String said(int code, String words) {
    return code == 0 ? words : code + " " + words;
  }
}
