package org.postbag.intake.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.postbag.intake.KeptLetter;
import org.postbag.intake.MailboxFlags;
import org.postbag.intake.MailboxFlags.Outcome;
import org.postbag.intake.MailboxSettings;
import org.postbag.intake.TestMailbox;
import org.postbag.intake.WriteBack;

/// What is written back to a real Dovecot mailbox about a letter that was answered.
class WriteBackIT extends OnDovecot {
  private MailboxFlags marks(WriteBack writeBack) {
    return new ImapFlags(
        List.of(mailbox("writeBack", writeBack)),
        new Watch.NoTokens(),
        Watch.noRetries(),
        Watch.ANY_ACCOUNT);
  }

  private KeptLetter oneLetter() {
    deliver(1, 1);
    try (Watch watch = Watch.on(mailbox(), database).untilLetters(1)) {
      return watch.letters().getFirst();
    }
  }

  @Test
  void anAnsweredLetterIsMarkedAndStaysUnread() {
    KeptLetter letter = oneLetter();
    MailboxFlags marks =
        marks(new WriteBack(true, Optional.of("$Handled"), Optional.empty(), "Sent", true));
    assertThat(marks.answered(letter.uid())).isEqualTo(new Outcome.Done());
    assertThat(marks.answered(letter.uid())).isEqualTo(new Outcome.Done());
    String flags = dovecot.doveadm("fetch", user, "flags", "mailbox", "INBOX", "all");
    assertThat(flags).contains("\\Answered", "$Handled").doesNotContain("\\Seen");
  }

  /// Marks the letter through that fault, then again without it.
  private List<Outcome> markedTwice(WriteBack writeBack, Fault fault) {
    KeptLetter letter = oneLetter();
    dovecot.doveadm("mailbox create", user, "Done");
    try (FaultProxy proxy = FaultProxy.before(dovecot.port(), fault)) {
      MailboxSettings through =
          TestMailbox.with(
              DovecotServer.mailbox(user, proxy.port()), Map.of("writeBack", writeBack));
      MailboxFlags marks =
          new ImapFlags(
              List.of(through), new Watch.NoTokens(), Watch.noRetries(), Watch.ANY_ACCOUNT);
      Outcome first = marks.answered(letter.uid());
      Outcome second = marks.answered(letter.uid());
      assertThat(proxy.allFired()).isTrue();
      return List.of(first, second);
    }
  }

  @Test
  void aMarkWhoseAnswerIsLostIsRepeatedWithoutHarm() {
    List<Outcome> outcomes =
        markedTwice(
            WriteBack.standard(),
            Fault.fromServer("^[A-Z]+\\d+ OK", new Fault.Act.HangUp()).after("UID STORE"));
    assertThat(outcomes.getFirst()).isInstanceOf(Outcome.Later.class);
    assertThat(outcomes.getLast()).isEqualTo(new Outcome.Done());
  }

  @Test
  void aFolderThatMayOnlyBeReadIsReadAndSaysSoWhenMarked() {
    deliver(1, 1);
    Fault readOnly =
        Fault.fromServer("READ-WRITE", new Fault.Act.Replace("READ-WRITE", "READ-ONLY")).atEach();
    try (FaultProxy proxy = FaultProxy.before(dovecot.port(), readOnly);
        Watch watch = Watch.on(DovecotServer.mailbox(user, proxy.port()), database)) {
      watch.untilLetters(1);
      MailboxFlags marks =
          new ImapFlags(
              List.of(DovecotServer.mailbox(user, proxy.port())),
              new Watch.NoTokens(),
              Watch.noRetries(),
              Watch.ANY_ACCOUNT);
      Outcome outcome = marks.answered(watch.letters().getFirst().uid());
      assertThat(outcome)
          .isEqualTo(new Outcome.Refused("the server lets us only read the folder INBOX"));
      assertThat(proxy.allFired()).isTrue();
    }
  }

  @Test
  void aRefusedKeywordKeepsNothingElseFromBeingDone() {
    List<Outcome> outcomes =
        markedTwice(
            new WriteBack(true, Optional.of("$Handled"), Optional.of("Done"), "Sent", true),
            Fault.fromClient(
                "STORE.*Handled",
                new Fault.Act.Answer("{tag} NO [CANNOT] no keywords\r\n", false)));
    assertThat(outcomes.getFirst()).isInstanceOf(Outcome.Refused.class);
    assertThat(dovecot.doveadm("fetch", user, "flags", "mailbox", "Done", "all"))
        .contains("\\Answered");
  }

  @Test
  void nothingIsWrittenThatTheSettingsDoNotAskFor() {
    KeptLetter letter = oneLetter();
    marks(new WriteBack(false, Optional.empty(), Optional.empty(), "Sent", false))
        .answered(letter.uid());
    assertThat(dovecot.doveadm("fetch", user, "flags", "mailbox", "INBOX", "all"))
        .doesNotContain("\\Answered");
  }

  @Test
  void anAnsweredLetterIsMovedWhereTheSettingsSay() {
    KeptLetter letter = oneLetter();
    dovecot.doveadm("mailbox create", user, "Done");
    MailboxFlags marks =
        marks(new WriteBack(true, Optional.empty(), Optional.of("Done"), "Sent", true));
    assertThat(marks.answered(letter.uid())).isEqualTo(new Outcome.Done());
    assertThat(dovecot.doveadm("fetch", user, "flags", "mailbox", "Done", "all"))
        .contains("\\Answered");
  }

  @Test
  void lettersWithOtherUidsAreNotMarked() {
    KeptLetter letter = oneLetter();
    dovecot.forgetUids(user);
    deliver(2, 2);
    assertThat(marks(WriteBack.standard()).answered(letter.uid())).isEqualTo(new Outcome.Gone());
  }
}
