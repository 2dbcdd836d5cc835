package org.postbag.intake.imap;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.imap.ImapServer;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postbag.catalog.Secret;
import org.postbag.database.Database;
import org.postbag.database.TestDatabases;
import org.postbag.intake.Credentials;
import org.postbag.intake.Intake;
import org.postbag.intake.KeptLetter;
import org.postbag.intake.MailServer;
import org.postbag.intake.MailServer.Security;
import org.postbag.intake.MailboxSettings;
import org.postbag.intake.MailboxStatus.Condition;
import org.postbag.intake.StartFrom;
import org.postbag.intake.TestMailbox;

/// What collecting promises, against GreenMail.
@SuppressWarnings("JavaUtilDate") // GreenMail takes no other date
class CollectTest {
  private final GreenMail greenMail =
      new GreenMail(
          new ServerSetup[] {
            ServerSetupTest.IMAP.dynamicPort(), ServerSetupTest.SMTP.dynamicPort()
          });
  private final Database database = TestDatabases.sqlite();
  private static final Instant RECEIVED = Instant.parse("2026-11-20T08:00:00Z");

  private GreenMailUser user;

  @BeforeEach
  void start() throws UserException {
    greenMail.start();
    user = greenMail.getUserManager().createUser("office@example.org", "office", "secret");
  }

  @AfterEach
  void stop() {
    greenMail.stop();
    database.close();
  }

  private MailboxSettings mailbox() {
    ImapServer imap = greenMail.getImap();
    MailServer server = new MailServer("127.0.0.1", imap.getPort(), Security.NONE);
    Credentials credentials = new Credentials.Password(new Secret("secret"));
    return TestMailbox.with(
        TestMailbox.of("office", "office@example.org", server, "office", credentials),
        Map.of("pollInterval", Duration.ofSeconds(1)));
  }

  private MailboxSettings mailbox(String part, Object value) {
    return TestMailbox.with(mailbox(), Map.of(part, value));
  }

  private static String text(int number) {
    return "From: ann@example.org\r\nSubject: Letter\r\nMessage-ID: <"
        + number
        + "@example.org>\r\n\r\nLetter "
        + number
        + "\r\n";
  }

  private void deliver(String text) throws MessagingException, FolderException {
    MimeMessage message =
        new MimeMessage(
            jakarta.mail.Session.getInstance(new Properties()),
            new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
    folder().appendMessage(message, new Flags(), Date.from(RECEIVED));
  }

  private MailFolder folder() throws FolderException {
    return greenMail.getManagers().getImapHostManager().getInbox(user);
  }

  @Test
  void theFirstStartLeavesOldLettersAlone() throws Exception {
    deliver(text(1));
    try (Watch watch = Watch.on(mailbox(), database).untilRead()) {
      deliver(text(2));
      watch.untilLetters(1);
      assertThat(watch.texts()).singleElement().asString().contains("Letter 2");
      assertThat(watch.letters()).noneMatch(KeptLetter::imported);
    }
  }

  @Test
  void startFromAllImportsTheOldAndReadsTheNew() throws Exception {
    deliver(text(1));
    deliver(text(2));
    try (Watch watch =
        Watch.on(mailbox("startFrom", new StartFrom.All()), database).untilLetters(2)) {
      deliver(text(3));
      watch.untilLetters(3);
      assertThat(watch.letters())
          .extracting(KeptLetter::imported)
          .containsExactly(true, true, false);
    }
  }

  @Test
  void aRestartReadsOnWhereItStopped() throws Exception {
    Watch.on(mailbox(), database).untilRead().close();
    deliver(text(1));
    deliver(text(2));
    try (Watch watch = Watch.on(mailbox(), database).untilLetters(2)) {
      assertThat(watch.texts().getFirst()).contains("Letter 1");
    }
    try (Watch watch = Watch.on(mailbox(), database).untilRead()) {
      assertThat(watch.letters()).hasSize(2);
    }
  }

  @Test
  void readingLeavesNoTraceInTheMailbox() throws Exception {
    try (Watch watch = Watch.on(mailbox(), database).untilRead()) {
      deliver(text(1));
      watch.untilLetters(1);
    }
    assertThat(folder().getMessages()).hasSize(1);
    assertThat(folder().getMessages().getFirst().getFlags().contains(Flags.Flag.SEEN)).isFalse();
  }

  @Test
  void aFullDatabaseLosesNothing() throws Exception {
    AtomicInteger tries = new AtomicInteger();
    Intake intake = new Intake(database, java.time.InstantSource.system());
    try (Watch watch =
        Watch.on(
                mailbox(),
                database,
                batch -> {
                  if (tries.incrementAndGet() < 4) {
                    throw new IllegalStateException("disk full");
                  }
                  intake.keep(batch);
                })
            .untilRead()) {
      deliver(text(1));
      watch.until(() -> watch.status().condition() == Condition.WAITING);
      assertThat(watch.status().trouble()).hasValueSatisfying(t -> assertThat(t).contains("disk"));
      watch.untilLetters(1);
      watch.until(() -> watch.status().condition() == Condition.WATCHING);
      assertThat(watch.status().trouble()).isEmpty();
    }
  }

  @Test
  void aWrongPasswordIsSaidAndNotTriedForEver() throws Exception {
    user.setPassword("another");
    try (Watch watch = Watch.on(mailbox(), database)) {
      watch.until(() -> watch.status().condition() == Condition.REFUSED);
      assertThat(watch.status().trouble().orElseThrow())
          .contains("password")
          .doesNotContain("secret");
    }
  }

  @Test
  void anOversizeLetterIsCutAndSaysSo() throws Exception {
    try (Watch watch = Watch.on(mailbox("sizeLimit", 64 * 1024), database).untilRead()) {
      deliver(text(1) + "x".repeat(200_000));
      deliver(text(2));
      watch.untilLetters(2);
      assertThat(watch.letters()).extracting(KeptLetter::cut).containsExactly(true, false);
      assertThat(watch.letters().getFirst().rfc822()).hasSize(64 * 1024);
    }
  }

  /// This server tells of a letter in the answer to whatever command comes next, and then no more.
  @Test
  void aLetterThatComesBetweenAPassAndIdleIsCollectedAtOnce() {
    AwkwardDeliveries deliveries = new AwkwardDeliveries(100, this::deliverNumber);
    deliveries.collect(
        port ->
            TestMailbox.with(
                mailbox("startFrom", new StartFrom.All()),
                Map.of("imap", new MailServer("127.0.0.1", port, Security.NONE))),
        greenMail.getImap().getPort(),
        database);
    assertThat(deliveries.latencies()).hasSize(100).allMatch(AwkwardDeliveries::isSoon);
  }

  private void deliverNumber(int number) {
    try {
      deliver(text(number));
    } catch (MessagingException | FolderException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aFolderMadeAnewBringsNoLetterTwice() throws Exception {
    MailboxSettings mailbox = mailbox("startFrom", new StartFrom.All());
    deliver(text(1));
    deliver(text(2));
    Watch.on(mailbox, database).untilLetters(2).close();
    renew();
    deliver(text(2));
    deliver(text(1));
    deliver(text(3));
    try (Watch watch = Watch.on(mailbox, database).untilLetters(3).untilRead()) {
      assertThat(watch.texts()).hasSize(3);
    }
  }

  private void renew() throws FolderException {
    folder().deleteAllMessages();
  }
}
