package org.postbag.intake.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postbag.email.LetterReader;
import org.postbag.intake.Intake;
import org.postbag.intake.KeptLetter;
import org.postbag.intake.MailboxHealth;
import org.postbag.intake.MailboxSettings;
import org.postbag.intake.Reconciliation;
import org.postbag.intake.StartFrom;
import org.postbag.intake.TestMailbox;

/// A real Dovecot mailbox that others use while we read it.
class ImapMailboxIT extends OnDovecot {
  /// The next poll is an hour away, so only the server's word can have brought the letter; how many
  /// seconds that takes is measured by `bin/bench freshness`.
  @Test
  void aNewLetterIsFetchedWhenTheServerTellsOfItAndWaitsForNoPoll() {
    deliver(1, 1);
    try (FaultProxy proxy = FaultProxy.before(dovecot.port());
        Watch watch = Watch.on(patient(proxy), database)) {
      watch.untilLetters(1).until(() -> idles(proxy) == 1);
      int before = proxy.commands().size();
      deliver(2, 2);
      watch.untilLetters(2).until(() -> idles(proxy) == 2);
      assertThat(proxy.commands().subList(before, proxy.commands().size()))
          .as("DONE, one search, one listing, one fetch, IDLE")
          .hasSizeLessThanOrEqualTo(5)
          .first()
          .asString()
          .startsWith("DONE");
    }
  }

  private MailboxSettings patient(FaultProxy proxy) {
    return TestMailbox.with(
        DovecotServer.mailbox(user, proxy.port()), Map.of("pollInterval", Duration.ofHours(1)));
  }

  /// RFC 9051 §7.5.2 allows no NIL; servers send it all the same.
  @Test
  void aLetterWhoseInternalDateIsNilIsReadAndDatedByItsHeader() {
    dovecot.deliver(
        user, "Date: Mon, 02 Nov 2026 10:00:00 +0000\r\nMessage-ID: <a@example.org>\r\n\r\nA\r\n");
    dovecot.deliver(user, "Message-ID: <b@example.org>\r\n\r\nINTERNALDATE NIL\r\n");
    Instant before = InstantSource.system().instant().minusSeconds(5);
    Fault nil =
        Fault.fromServer(
                "INTERNALDATE",
                new Fault.Act.Replace("INTERNALDATE \"[^\"]*\"", "INTERNALDATE NIL"))
            .atEach();
    try (FaultProxy proxy = FaultProxy.before(dovecot.port(), nil);
        Watch watch =
            Watch.on(DovecotServer.mailbox(user, proxy.port()), database).untilLetters(2)) {
      assertThat(watch.letters().get(0).received())
          .isEqualTo(Instant.parse("2026-11-02T10:00:00Z"));
      assertThat(watch.letters().get(1).received()).isAfter(before);
      assertThat(watch.texts().get(1)).endsWith("INTERNALDATE NIL\r\n");
      assertThat(proxy.allFired()).isTrue();
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

  /// By the dates that the server gave: also what came minutes before the first start.
  @Test
  void newUidsBringNothingOfBeforeTheFirstStartAndEverythingSince() {
    MailboxSettings fromNow = mailbox("startFrom", new StartFrom.Now());
    deliver(1, 5);
    dovecot.age(user, Duration.ofDays(3));
    deliver(6, 10);
    dovecot.age(user, Duration.ofMinutes(5));
    Watch.on(fromNow, database).untilRead().close();
    deliver(11, 12);
    dovecot.forgetUids(user);
    try (Watch watch = Watch.on(fromNow, database).untilLetters(2).untilRead()) {
      deliver(13, 13);
      watch.untilLetters(3);
      assertThat(watch.texts())
          .map(text -> text.substring(text.indexOf("Letter ")).strip())
          .containsExactly("Letter 11", "Letter 12", "Letter 13");
      assertThat(watch.letters()).noneMatch(KeptLetter::imported);
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
  void anIdlePollCostsAtMostThreeRoundTripsAndAKilobyte() {
    deliver(1, 300);
    List<Long> octetsAtIdle = new CopyOnWriteArrayList<>();
    try (FaultProxy proxy = FaultProxy.before(dovecot.port());
        Watch watch = Watch.on(DovecotServer.mailbox(user, proxy.port()), database)) {
      proxy.telling(line -> {
        if (line.startsWith("> ") && isIdle(line)) {
          octetsAtIdle.add(proxy.octets());
        }
      });
      watch.untilLetters(300).until(() -> octetsAtIdle.size() > 5);
      List<String> commands = proxy.commands();
      int[] idles =
          IntStream.range(0, commands.size()).filter(at -> isIdle(commands.get(at))).toArray();
      assertThat(idles[5] - idles[1]).isLessThanOrEqualTo(4 * 3);
      assertThat(octetsAtIdle.get(5) - octetsAtIdle.get(1)).isLessThanOrEqualTo(4 * 1000);
    }
  }

  private static int idles(FaultProxy proxy) {
    return (int) proxy.commands().stream().filter(ImapMailboxIT::isIdle).count();
  }

  private static boolean isIdle(String line) {
    return line.contains("IDLE");
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
    Reconciliation result = reconcile();
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
    Reconciliation result = reconcile();
    assertThat(result.gone()).isEqualTo(1);
    assertThat(result.standing()).isEqualTo(2);
    assertThat(result.balances()).isTrue();
    assertThat(new Intake(database, InstantSource.system()).unprocessed(9)).hasSize(3);
  }

  private Reconciliation reconcile() throws MailboxUnavailable {
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
}
