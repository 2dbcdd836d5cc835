package org.postbag.intake.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postbag.database.Database;
import org.postbag.database.TestDatabases;
import org.postbag.email.Address;
import org.postbag.email.LetterReader;
import org.postbag.email.MessageId;
import org.postbag.intake.Intake;
import org.postbag.intake.KeptLetter;
import org.postbag.intake.MailboxHealth;
import org.postbag.intake.MailboxMarks;
import org.postbag.intake.MailboxMarks.Outcome;
import org.postbag.intake.MailboxMarks.Search;
import org.postbag.intake.MailboxMarks.Sign;
import org.postbag.intake.MailboxSettings;
import org.postbag.intake.Reconciled;
import org.postbag.intake.SentReply;
import org.postbag.intake.StartFrom;
import org.postbag.intake.TestMailbox;
import org.postbag.intake.WriteBack;

/// A real Dovecot mailbox that others use while we read it, and what we write back.
class ImapMailboxIT {
  private static final AtomicInteger USERS = new AtomicInteger();

  private static DovecotServer dovecot;

  private final Database database = TestDatabases.sqlite();
  private final String user = "staff" + USERS.incrementAndGet();

  @BeforeAll
  static void start() {
    dovecot = DovecotServer.start();
  }

  @AfterAll
  static void stop() {
    dovecot.close();
  }

  @AfterEach
  void close() {
    database.close();
  }

  private MailboxSettings mailbox() {
    return DovecotServer.mailbox(user, dovecot.port());
  }

  private void deliver(int first, int last) {
    for (int number = first; number <= last; number++) {
      dovecot.deliver(
          user,
          "From: ann@example.org\r\nMessage-ID: <%1$d@example.org>\r\n\r\nLetter %1$d\r\n"
              .formatted(number));
    }
  }

  @Test
  void aNewLetterIsKeptWithinTwoSeconds() {
    MailboxSettings patient = mailbox("pollInterval", Duration.ofMinutes(1));
    deliver(1, 1);
    try (Watch watch = Watch.on(patient, database).untilLetters(1).untilRead()) {
      long begin = System.nanoTime();
      deliver(2, 2);
      watch.untilLetters(2);
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
    }
  }

  @Test
  void newUidsOfTheServerBringNoLetterTwice() {
    deliver(1, 40);
    Watch.on(mailbox(), database).untilLetters(40).untilRead().close();
    dovecot.forgetUids(user);
    deliver(41, 43);
    try (Watch watch = Watch.on(mailbox(), database).untilLetters(43).untilRead()) {
      assertThat(watch.texts()).hasSize(43).doesNotHaveDuplicates();
      assertThat(watch.letters()).extracting(k -> k.uid().uid()).allMatch(uid -> uid > 0);
    }
  }

  @Test
  void newUidsBringNoLetterOfBeforeTheFirstStartToADraft() {
    MailboxSettings fromNow = mailbox("startFrom", new StartFrom.Now());
    deliver(1, 10);
    dovecot.age(user, Duration.ofDays(3));
    deliver(11, 20);
    Watch.on(fromNow, database).untilRead().close();
    dovecot.forgetUids(user);
    try (Watch watch = Watch.on(fromNow, database).untilLetters(10).untilRead()) {
      assertThat(watch.letters()).hasSize(10).allMatch(KeptLetter::imported);
    }
  }

  @Test
  void lettersThatOthersReadFlagAndMoveAreKeptOnce() {
    deliver(1, 5);
    try (Watch watch = Watch.on(mailbox(), database).untilLetters(5).untilRead()) {
      dovecot.doveadm("flags add", user, "\\Seen \\Flagged", "mailbox", "INBOX", "all");
      dovecot.doveadm("mailbox create", user, "Elsewhere");
      dovecot.doveadm("move", user, "Elsewhere", "mailbox", "INBOX", "uid", "2:3");
      deliver(6, 7);
      watch.untilLetters(7);
      dovecot.doveadm("move", user, "INBOX", "mailbox", "Elsewhere", "all");
      dovecot.doveadm("expunge", user, "mailbox", "INBOX", "uid", "1");
      deliver(8, 8);
      watch.untilLetters(8);
      watch.until(() -> watch.intake().cursor(user, "INBOX").orElseThrow().lastUid() >= 10);
      assertThat(watch.texts()).hasSize(8).doesNotHaveDuplicates();
    }
  }

  @Test
  void aLetterThatSomebodyReadFirstIsStillKept() {
    Watch.on(mailbox(), database).untilRead().close();
    deliver(1, 1);
    dovecot.doveadm("flags add", user, "\\Seen", "mailbox", "INBOX", "all");
    Watch.on(mailbox(), database).untilLetters(1).close();
  }

  @Test
  void anIdlePollCostsAtMostThreeRoundTripsAndAKilobyte() throws InterruptedException {
    deliver(1, 300);
    try (FaultProxy proxy = FaultProxy.before(dovecot.port());
        Watch watch = Watch.on(DovecotServer.mailbox(user, proxy.port()), database)) {
      watch.untilLetters(300).untilRead();
      Thread.sleep(500);
      int before = idles(proxy);
      int commands = proxy.commands().size();
      long octets = proxy.octets();
      watch.until(() -> idles(proxy) >= before + 4);
      assertThat(proxy.commands().size() - commands).isLessThanOrEqualTo(4 * 3);
      assertThat(proxy.octets() - octets).isLessThanOrEqualTo(4 * 1000);
    }
  }

  private static int idles(FaultProxy proxy) {
    return (int) proxy.commands().stream().filter(line -> line.contains("IDLE")).count();
  }

  @Test
  void reconciliationFindsFetchesAndNamesWhatIsMissing() throws Exception {
    deliver(1, 6);
    Watch.on(mailbox(), database).untilLetters(6).untilRead().close();
    assertThat(reconcile().balances()).isTrue();
    database.doInTransaction(() -> {
      database.sql("DELETE FROM letter_place WHERE uid = 4").update();
      database.sql("DELETE FROM letter_raw WHERE letter_id = 4").update();
      database.sql("DELETE FROM letter WHERE uid = 4").update();
    });
    Reconciled result = reconcile();
    assertThat(result.missing()).containsExactly(4L);
    assertThat(result.standing()).isEqualTo(6);
    try (Watch watch = Watch.on(mailbox(), database).untilLetters(6)) {
      assertThat(watch.texts()).anyMatch(text -> text.contains("Letter 4\r\n"));
    }
    assertThat(reconcile().balances()).isTrue();
  }

  @Test
  void aLetterOverTheLimitIsKeptCutAndSaysSo() {
    dovecot.deliver(user, "Subject: large\r\n\r\n" + "All work and no play.\r\n".repeat(10_000));
    try (Watch watch = Watch.on(mailbox("sizeLimit", 64 * 1024), database).untilLetters(1)) {
      KeptLetter letter = watch.letters().getFirst();
      assertThat(letter.rfc822()).hasSize(64 * 1024);
      assertThat(letter.read(new LetterReader()).problems().getFirst())
          .contains("larger than size-limit", "65,536 bytes");
    }
    assertThat(dovecot.doveadm("fetch", user, "size.physical", "mailbox", "INBOX", "all"))
        .contains("230018");
  }

  @Test
  void aLetterThatVanishedFromTheMailboxIsCountedAndStaysKept() throws Exception {
    deliver(1, 3);
    Watch.on(mailbox(), database).untilLetters(3).untilRead().close();
    dovecot.doveadm("expunge mailbox INBOX uid 2", user);
    Reconciled result = reconcile();
    assertThat(result.gone()).isEqualTo(1);
    assertThat(result.standing()).isEqualTo(2);
    assertThat(result.balances()).isTrue();
    assertThat(new Intake(database, InstantSource.system()).unread(9)).hasSize(3);
  }

  private Reconciled reconcile() throws Trouble {
    InstantSource clock = InstantSource.system();
    return new ImapReconciliation(
            List.of(mailbox()),
            new Watch.NoTokens(),
            new Intake(database, clock),
            new MailboxHealth(clock),
            clock)
        .run(user)
        .orElseThrow()
        .getFirst();
  }

  private MailboxSettings mailbox(String part, Object value) {
    return TestMailbox.with(mailbox(), Map.of(part, value));
  }

  private MailboxMarks marks(WriteBack writeBack) {
    return new ImapMarks(List.of(mailbox("writeBack", writeBack)), new Watch.NoTokens());
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
    MailboxMarks marks =
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
      MailboxMarks marks = new ImapMarks(List.of(through), new Watch.NoTokens());
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
      MailboxMarks marks =
          new ImapMarks(List.of(DovecotServer.mailbox(user, proxy.port())), new Watch.NoTokens());
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
    MailboxMarks marks =
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

  @Test
  void aSentReplyIsFiledOnceAndFound() {
    MessageId id = new MessageId("<reply-1@example.org>");
    MailboxMarks marks = marks(WriteBack.standard());
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
              marks(WriteBack.standard())
                  .fileCopy(
                      user,
                      new MessageId("<" + head.hashCode() + "@x>"),
                      copy.getBytes(StandardCharsets.UTF_8)))
          .isEqualTo(new Outcome.Done());
    }
    return marks(WriteBack.standard()).findSent(user, sought(new MessageId("<ours@example.org>")));
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
    assertThat(marks(WriteBack.standard()).findSent(user, earlier)).isEqualTo(new Search.Missing());
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
    MailboxMarks marks = new ImapMarks(List.of(nowhere), new Watch.NoTokens());
    assertThat(marks.findSent(user, sought(new MessageId("<a@example.org>"))))
        .isInstanceOf(Search.Unknown.class);
  }
}
