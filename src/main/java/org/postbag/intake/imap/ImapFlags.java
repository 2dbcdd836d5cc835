package org.postbag.intake.imap;

import jakarta.mail.Folder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.imap.protocol.MailboxInfo;
import org.postbag.email.MessageId;
import org.postbag.intake.AccessTokens;
import org.postbag.intake.AccountCheck;
import org.postbag.intake.AnswerSearch;
import org.postbag.intake.ImapUid;
import org.postbag.intake.MailboxFlags;
import org.postbag.intake.MailboxSettings;
import org.postbag.intake.RetrySignal;
import org.postbag.intake.SentReply;
import org.postbag.intake.WriteBack;

/// Writes into mailboxes over IMAP, one connection for each piece of work: replies leave a few a
/// minute, and a connection that is kept for them would be dead by the next one.
public final class ImapFlags implements MailboxFlags, AnswerSearch {
  private interface Work<T> {
    T in(ImapSession session, MailboxSettings mailbox) throws MailboxUnavailable;
  }

  private final Map<String, MailboxSettings> mailboxes;
  private final AccessTokens tokens;
  private final RetrySignal retries;
  private final AccountCheck accounts;

  public ImapFlags(
      List<MailboxSettings> mailboxes,
      AccessTokens tokens,
      RetrySignal retries,
      AccountCheck accounts) {
    this.mailboxes =
        mailboxes.stream().collect(Collectors.toMap(MailboxSettings::name, Function.identity()));
    this.tokens = tokens;
    this.retries = retries;
    this.accounts = accounts;
  }

  @Override
  public Outcome answered(ImapUid letter) {
    if (letter.uid() <= 0) {
      return new Outcome.Gone();
    }
    return change(letter.mailbox(), (session, mailbox) -> mark(session, mailbox, letter));
  }

  private static Outcome mark(ImapSession session, MailboxSettings mailbox, ImapUid letter)
      throws MailboxUnavailable {
    WriteBack marks = mailbox.writeBack();
    if (!marks.answered() && marks.keyword().isEmpty() && marks.moveTo().isEmpty()) {
      return new Outcome.Done();
    }
    MailboxInfo folder = ImapWrites.select(session, letter.folder());
    if (folder.uidvalidity != letter.uidValidity()) {
      return new Outcome.Gone();
    }
    if (folder.mode == Folder.READ_ONLY) {
      return new Outcome.Refused("the server lets us only read the folder " + letter.folder());
    }
    return new ImapWrites(session).mark(letter.uid(), marks);
  }

  @Override
  public Outcome fileCopy(String mailbox, MessageId id, byte[] rfc822) {
    return change(
        mailbox,
        (session, settings) -> {
          if (settings.writeBack().copyToSent()) {
            SentFolder sent = SentFolder.of(session, settings.writeBack().sentFolder());
            if (!sent.holds(id)) {
              sent.append(rfc822);
            }
          }
          return new Outcome.Done();
        });
  }

  @Override
  public Search findSent(String mailbox, SentReply reply) {
    try {
      return in(
          mailbox,
          (session, settings) -> {
            SentFolder sent = SentFolder.of(session, settings.writeBack().sentFolder());
            return new SentSearch(session, sent, reply).search();
          });
    } catch (MailboxUnavailable e) {
      return new Search.Unknown(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public Result search(String mailbox, List<Question> questions) {
    try {
      return new Result.Found(
          in(
              mailbox,
              (session, settings) ->
                  new ImapAnswerSearch(session, settings.writeBack()).search(questions)));
    } catch (MailboxUnavailable e) {
      boolean refused = e.kind() == MailboxUnavailable.Kind.SIGN_IN;
      return new Result.Unknown(String.valueOf(e.getMessage()), refused);
    }
  }

  private Outcome change(String mailbox, Work<Outcome> work) {
    try {
      return in(mailbox, work);
    } catch (MailboxUnavailable e) {
      String why = String.valueOf(e.getMessage());
      return e.kind() == MailboxUnavailable.Kind.REFUSED
          ? new Outcome.Refused(why)
          : new Outcome.Later(why);
    }
  }

  private <T> T in(String name, Work<T> work) throws MailboxUnavailable {
    MailboxSettings mailbox =
        Optional.ofNullable(mailboxes.get(name))
            .orElseThrow(() -> new IllegalArgumentException("no mailbox is called " + name));
    MailboxUnavailable.requireSame(mailbox, accounts);
    try (ImapSession session = ImapSession.open(mailbox, tokens)) {
      retries.signedIn(name);
      return work.in(session, mailbox);
    }
  }
}
