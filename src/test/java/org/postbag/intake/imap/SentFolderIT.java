package org.postbag.intake.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postbag.email.Address;
import org.postbag.email.MessageId;
import org.postbag.intake.MailboxFlags;
import org.postbag.intake.MailboxFlags.Outcome;
import org.postbag.intake.MailboxFlags.Search;
import org.postbag.intake.MailboxFlags.Sign;
import org.postbag.intake.MailboxSettings;
import org.postbag.intake.SentReply;
import org.postbag.intake.WriteBack;

/// Replies in the folder of sent letters of a real Dovecot mailbox.
class SentFolderIT extends OnDovecot {
  private MailboxFlags marks() {
    return new ImapFlags(
        List.of(mailbox("writeBack", WriteBack.standard())),
        new Watch.NoTokens(),
        Watch.noRetries(),
        Watch.ANY_ACCOUNT);
  }

  @Test
  void aSentReplyIsFiledOnceAndFound() {
    MessageId id = new MessageId("<reply-1@example.org>");
    MailboxFlags marks = marks();
    deliver(1, 1);
    assertThat(marks.findSent(user, sought(id))).isEqualTo(new Search.Missing());
    byte[] reply = ("Message-ID: " + id + "\r\n\r\nReply £\r\n").getBytes(StandardCharsets.UTF_8);
    assertThat(marks.fileCopy(user, id, reply)).isEqualTo(new Outcome.Done());
    assertThat(marks.fileCopy(user, id, reply)).isEqualTo(new Outcome.Done());
    assertThat(marks.findSent(user, sought(id))).isEqualTo(new Search.Found(Sign.MESSAGE_ID));
    assertThat(dovecot.doveadm("fetch", user, "uid", "mailbox", "Gesendet", "all"))
        .containsOnlyOnce("uid");
  }

  private static SentReply sought(MessageId id) {
    Instant now = InstantSource.system().instant();
    return new SentReply(
        id,
        "reply 0123",
        new Address("ann", "example.org"),
        "Re: Straße nach Calais",
        now.minusSeconds(60),
        now);
  }

  private static final String SUBJECT = "Subject: =?utf-8?Q?Re:_Stra=C3=9Fe?=\r\n nach Calais\r\n";

  private static final String OUR_MARK = "X-Postbag: reply 0123\r\n";

  private Search foundAmong(String... copies) {
    for (String head : copies) {
      String copy = head + SUBJECT + "\r\nDear Ann\r\n";
      assertThat(
              marks()
                  .fileCopy(
                      user,
                      new MessageId("<" + head.hashCode() + "@x>"),
                      copy.getBytes(StandardCharsets.UTF_8)))
          .isEqualTo(new Outcome.Done());
    }
    return marks().findSent(user, sought(new MessageId("<ours@example.org>")));
  }

  /// What providers do to what we hand over: another Message-ID; and no fields of ours either.
  @Test
  void aCopyUnderAnotherMessageIdIsKnownByOurMark() {
    assertThat(
            foundAmong(
                "Message-ID: <other@provider.example>\r\nTo: ann@example.org\r\n" + OUR_MARK))
        .isEqualTo(new Search.Found(Sign.MARK));
  }

  @Test
  void aCopyWithoutOurMarkIsKnownByRecipientSubjectAndTime() {
    String copy = "Message-ID: <other@provider.example>\r\nTo: Ann Lee <ann@example.org>\r\n";
    assertThat(foundAmong(copy)).isEqualTo(new Search.Found(Sign.RECIPIENT_SUBJECT_TIME));
    Instant now = InstantSource.system().instant();
    SentReply earlier =
        new SentReply(
            new MessageId("<ours@example.org>"),
            "reply 0123",
            new Address("ann", "example.org"),
            "Re: Straße nach Calais",
            now.minusSeconds(7200),
            now.minusSeconds(3600));
    assertThat(marks().findSent(user, earlier)).isEqualTo(new Search.Missing());
    assertThat(foundAmong(copy, copy.replace("other", "second"))).isEqualTo(new Search.Missing());
  }

  @Test
  void whatIsLikeItAndIsAnotherLetterDoesNotCount() {
    String other = "Message-ID: <a@provider.example>\r\n";
    assertThat(
            foundAmong(
                other + "To: ben@example.org\r\n",
                other + "To: joann@example.org\r\n",
                other + "To: ann@example.org\r\nX-Postbag: reply 9999\r\n",
                "Message-ID: <77.postbag@field.example>\r\nTo: ann@example.org\r\n"))
        .isEqualTo(new Search.Missing());
  }

  @Test
  void whatCannotBeLookedUpIsUnknownAndNotMissing() {
    MailboxSettings nowhere = DovecotServer.mailbox(user, 1);
    MailboxFlags marks =
        new ImapFlags(List.of(nowhere), new Watch.NoTokens(), Watch.noRetries(), Watch.ANY_ACCOUNT);
    assertThat(marks.findSent(user, sought(new MessageId("<a@example.org>"))))
        .isInstanceOf(Search.Unknown.class);
  }
}
