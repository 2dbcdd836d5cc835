package org.postbag.intake.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.postbag.email.MessageId;
import org.postbag.intake.AnswerSearch;
import org.postbag.intake.AnswerSearch.Evidence;
import org.postbag.intake.AnswerSearch.Question;
import org.postbag.intake.AnswerSearch.ReplyMarks;
import org.postbag.intake.AnswerSearch.Result;
import org.postbag.intake.ImapUid;
import org.postbag.intake.MailboxSettings;
import org.postbag.intake.WriteBack;

/// What a real Dovecot mailbox knows of letters that were answered.
class AnswerSearchIT extends OnDovecot {
  private long validity;

  private AnswerSearch search(MailboxSettings mailbox) {
    return new ImapFlags(
        List.of(mailbox), new Watch.NoTokens(), Watch.noRetries(), Watch.ANY_ACCOUNT);
  }

  private void kept(int letters) {
    deliver(1, letters);
    try (Watch watch = Watch.on(mailbox(), database).untilLetters(letters)) {
      validity = watch.intake().cursor(user, "INBOX").orElseThrow().uidValidity();
    }
  }

  private Question question(int letter) {
    return new Question(
        letter,
        new ImapUid(user, "INBOX", validity, letter),
        MessageId.parse("<" + letter + "@example.org>"),
        Optional.of(new ReplyMarks(reply(letter), "reply 000" + letter)));
  }

  private static MessageId reply(int letter) {
    return new MessageId("<000" + letter + ".postbag@field.example>");
  }

  private Result asked(WriteBack writeBack, int letters) {
    List<Question> questions =
        java.util.stream.IntStream.rangeClosed(1, letters).mapToObj(this::question).toList();
    return search(mailbox("writeBack", writeBack)).search(user, questions);
  }

  private void mark(String flag, int uid) {
    dovecot.doveadm("flags add", user, flag, "mailbox", "INBOX", "uid", String.valueOf(uid));
  }

  @Test
  void aLetterThatIsMarkedAsAnsweredIsFound() {
    kept(3);
    mark("\\Answered", 2);
    assertThat(asked(WriteBack.standard(), 3))
        .isEqualTo(new Result.Found(Map.of(2L, Evidence.MARKED)));
  }

  @Test
  void theKeywordOfTheSettingsIsAMarkToo() {
    kept(2);
    mark("$Replied", 1);
    WriteBack standard = WriteBack.standard();
    WriteBack keyword =
        new WriteBack(
            false,
            Optional.of("$Replied"),
            Optional.empty(),
            standard.sentFolder(),
            standard.copyToSent());
    assertThat(asked(keyword, 2)).isEqualTo(new Result.Found(Map.of(1L, Evidence.MARKED)));
    assertThat(asked(standard, 2)).isEqualTo(new Result.Found(Map.of()));
  }

  @Test
  void aReplyInTheFolderOfSentLettersIsFoundByItsMessageIdOrByOurMark() {
    kept(3);
    dovecot.doveadm("mailbox create", user, "Elsewhere");
    file("Message-ID: " + reply(1) + "\r\n\r\nDear Ann\r\n", 1);
    file("Message-ID: <other@provider.example>\r\nX-Postbag: reply 0003\r\n\r\nDear Ann\r\n", 3);
    assertThat(asked(WriteBack.standard(), 3))
        .isEqualTo(new Result.Found(Map.of(1L, Evidence.COPY_IN_SENT, 3L, Evidence.COPY_IN_SENT)));
  }

  private void file(String copy, int letter) {
    new ImapFlags(
            List.of(mailbox("writeBack", WriteBack.standard())),
            new Watch.NoTokens(),
            Watch.noRetries(),
            Watch.ANY_ACCOUNT)
        .fileCopy(
            user,
            new MessageId("<filed-" + letter + "@example.org>"),
            copy.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aLetterThatWasMovedAwayOrHasANewUidIsFoundByItsMessageId() {
    kept(2);
    mark("\\Answered", 1);
    mark("\\Answered", 2);
    dovecot.doveadm("mailbox create", user, "Answered");
    dovecot.doveadm("move", user, "Answered", "mailbox", "INBOX", "uid", "1");
    WriteBack standard = WriteBack.standard();
    WriteBack moving =
        new WriteBack(
            true,
            Optional.empty(),
            Optional.of("Answered"),
            standard.sentFolder(),
            standard.copyToSent());
    assertThat(asked(moving, 2))
        .isEqualTo(new Result.Found(Map.of(1L, Evidence.MARKED, 2L, Evidence.MARKED)));
    validity--;
    assertThat(asked(moving, 2))
        .as("under another UIDVALIDITY")
        .isEqualTo(new Result.Found(Map.of(1L, Evidence.MARKED, 2L, Evidence.MARKED)));
  }

  @Test
  void aFolderThatIsNoMoreHoldsNoLetterAndAServerThatIsAwayIsUnknown() {
    kept(1);
    Question gone =
        new Question(1, new ImapUid(user, "Gone", 1, 1), Optional.empty(), Optional.empty());
    assertThat(search(mailbox()).search(user, List.of(gone))).isEqualTo(new Result.Found(Map.of()));
    assertThat(search(DovecotServer.mailbox(user, 1)).search(user, List.of(question(1))))
        .isInstanceOf(Result.Unknown.class);
  }
}
