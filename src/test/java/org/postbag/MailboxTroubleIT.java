package org.postbag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postbag.database.Database;
import org.postbag.intake.MailboxHealth;
import org.postbag.intake.MailboxStatus;
import org.postbag.intake.imap.DovecotServer;
import org.postbag.ledger.Actor;
import org.postbag.ledger.State;
import org.postbag.review.Decisions;
import org.postbag.review.DraftVersion;
import org.postbag.review.Filter;
import org.postbag.review.QueueItem;
import org.postbag.review.ReviewQueue;
import org.postbag.sending.LedgerSink;
import org.postbag.settings.Settings;
import org.postbag.settings.SettingsReader;
import org.postbag.web.MailboxRemedies;
import org.postbag.web.Notice;
import org.postbag.web.Notices;

/// A mailbox in trouble, on the whole daemon beside a real Dovecot: what the desk says, and what
/// ends the pauses.
class MailboxTroubleIT {
  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir Path folder;
  private final DovecotServer dovecot = DovecotServer.start();
  private final LedgerSink sink = new LedgerSink();

  @AfterEach
  void close() {
    sink.close();
    dovecot.close();
  }

  private Daemon start(String user, String password, int imap) {
    if (!Files.exists(folder.resolve("config"))) {
      TestOffice.at(folder, imap, Duration.ofSeconds(2), user);
    }
    write(user, password, imap);
    SettingsReader.Reading reading =
        SettingsReader.read(
            folder.resolve("config"), folder.resolve("data"), _ -> Optional.empty());
    Settings settings =
        reading
            .settings()
            .orElseThrow(() -> new IllegalStateException(reading.problems().toString()));
    return Daemon.start(settings);
  }

  private void write(String user, String password, int imap) {
    try {
      Files.writeString(
          SettingsReader.file(folder.resolve("config")),
          """
          postbag:
            desk: {port: 0}
            sending: {dry-run: false, undo-window: 0s}
            mailboxes:
              office:
                address: office@field.example
                imap: imap://127.0.0.1:%d
                smtp: smtp://127.0.0.1:%d
                username: %s
                password: %s
                poll-interval: 2s
          """
              .formatted(imap, sink.port(), user, password));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void until(Callable<Boolean> condition) {
    await().atMost(SOON).until(condition);
  }

  private static boolean isRead(Daemon daemon) {
    return daemon.door(MailboxHealth.class).all().stream()
        .anyMatch(status -> status.condition() == MailboxStatus.Condition.WATCHING);
  }

  private static List<Notice> notices(Daemon daemon) {
    return daemon.door(Notices.class).now().stream()
        .filter(notice -> notice.level() == Notice.Level.ERROR)
        .toList();
  }

  private void calais(String user) {
    dovecot.deliver(
        user,
        """
        From: Ann Lee <lee@writers.example>
        Subject: Calais
        Message-ID: <1@writers.example>

        I am worried about the migrants in Calais and the lorries at the Channel Tunnel.
        """
            .replace("\n", "\r\n"));
  }

  private static QueueItem one(Daemon daemon, State state) {
    until(() -> !daemon.door(ReviewQueue.class).page(Filter.in(state, 10)).isEmpty());
    return daemon.door(ReviewQueue.class).page(Filter.in(state, 10)).getFirst();
  }

  private static void approve(Daemon daemon) {
    QueueItem item = one(daemon, State.WAITING);
    var _ =
        daemon
            .door(Decisions.class)
            .approve(new DraftVersion(item.letter(), item.version()), new Actor("ann"));
  }

  @Test
  void aPasswordThatIsChangedWhileItRunsEndsThePauseAfterARefusedSignIn() {
    try (Daemon daemon = start("office", "wrong", dovecot.port())) {
      until(() -> !notices(daemon).isEmpty());
      assertThat(notices(daemon))
          .singleElement()
          .satisfies(notice -> {
            assertThat(notice.mend()).contains("It says: [AUTHENTICATIONFAILED]");
            assertThat(notice.remedy())
                .hasValue(new Notice.Remedy(Notice.Remedy.Kind.TRY_NOW, "office"));
          });
      write("office", "secret", dovecot.port());
      until(() -> isRead(daemon));
      assertThat(notices(daemon)).isEmpty();
    }
  }

  @Test
  void aRefusedSmtpSignInIsSaidInTheServersWordsAndEndsWhenAPersonTriesNow() {
    try (Daemon daemon = start("office", "secret", dovecot.port())) {
      until(() -> isRead(daemon));
      sink.answering(LedgerSink.Step.MAIL, "535 5.7.139 authentication unsuccessful");
      calais("office");
      approve(daemon);
      until(() -> !notices(daemon).isEmpty());
      assertThat(notices(daemon))
          .singleElement()
          .satisfies(notice -> {
            assertThat(notice.mend()).contains("535 5.7.139 authentication unsuccessful");
            assertThat(notice.remedy())
                .hasValue(new Notice.Remedy(Notice.Remedy.Kind.TRY_NOW, "office"));
          });
      assertThat(daemon.door(MailboxRemedies.class).tryNow("office").orElseThrow()).isPositive();
      one(daemon, State.SENT);
      assertThat(notices(daemon)).isEmpty();
    }
  }

  @Test
  void nothingLeavesAfterAStartWhileTheMailboxCannotBeAsked() {
    try (Daemon daemon = start("office", "secret", dovecot.port())) {
      until(() -> isRead(daemon));
      sink.answering(LedgerSink.Step.MAIL, "535 5.7.139 authentication unsuccessful");
      calais("office");
      approve(daemon);
      until(() -> !notices(daemon).isEmpty());
    }
    sink.heal();
    try (Daemon daemon = start("office", "wrong", dovecot.port())) {
      until(() ->
          notices(daemon).stream()
              .anyMatch(n -> n.what().equals("Nothing leaves from “office” yet.")));
      assertThat(sink.mails()).isEmpty();
      write("office", "secret", dovecot.port());
      one(daemon, State.SENT);
      assertThat(sink.mails()).hasSize(1);
    }
  }

  @Test
  void anotherAccountUnderTheNameIsNeitherReadNorSentFromUntilAnAdministratorSaysSo() {
    try (Daemon daemon = start("office", "secret", dovecot.port())) {
      until(() -> isRead(daemon));
      sink.answering(LedgerSink.Step.MAIL, "535 5.7.139 authentication unsuccessful");
      calais("office");
      approve(daemon);
      until(() -> !notices(daemon).isEmpty());
    }
    sink.heal();
    try (Daemon daemon = start("stranger", "secret", dovecot.port())) {
      until(() -> notices(daemon).size() >= 2);
      assertThat(notices(daemon))
          .allSatisfy(notice -> assertThat(notice.mend()).contains("stranger at 127.0.0.1 now"));
      assertThat(notices(daemon))
          .anyMatch(notice ->
              notice
                  .remedy()
                  .equals(
                      Optional.of(new Notice.Remedy(Notice.Remedy.Kind.SAME_ACCOUNT, "office"))));
      assertThat(sink.mails()).isEmpty();
      assertThat(
              daemon
                  .door(Database.class)
                  .sql("SELECT count(*) FROM mailbox_cursor")
                  .query(Long.class)
                  .single())
          .isEqualTo(1);

      daemon.door(MailboxRemedies.class).sameAccount("office", "eve");
      until(() -> isRead(daemon));
      one(daemon, State.SENT);
      assertThat(notices(daemon)).isEmpty();
    }
  }
}
