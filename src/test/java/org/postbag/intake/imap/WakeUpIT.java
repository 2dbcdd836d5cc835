package org.postbag.intake.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.postbag.catalog.Secret;
import org.postbag.intake.ChangedPasswords;
import org.postbag.intake.Credentials;
import org.postbag.intake.MailboxAccounts;
import org.postbag.intake.MailboxSettings;
import org.postbag.intake.MailboxStatus.Condition;
import org.postbag.intake.RetrySignal;
import org.postbag.intake.TestMailbox;

/// A reader of a real Dovecot mailbox that must not sleep: neither when letters come at the wrong
/// moment, nor when what kept it away was mended.
class WakeUpIT extends OnDovecot {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final int DELIVERIES = 100;

  private final RetrySignal retries = new RetrySignal(CLOCK);

  /// A lost EXISTS would be noticed at the end of an IDLE, two minutes later.
  @Test
  void aLetterThatComesBetweenAPassAndIdleIsCollectedAtOnce() {
    AwkwardDeliveries deliveries =
        new AwkwardDeliveries(DELIVERIES, number -> deliver(number, number));
    deliveries.collect(port -> DovecotServer.mailbox(user, port), dovecot.port(), database);
    assertThat(deliveries.latencies()).hasSize(DELIVERIES).allMatch(AwkwardDeliveries::isSoon);
  }

  private MailboxSettings withPassword(Secret secret) {
    return mailbox("credentials", new Credentials.Password(secret));
  }

  /// The running program's own pause after a refused sign-in: at least four minutes.
  private Watch refused(MailboxSettings mailbox) {
    deliver(1, 1);
    Watch watch = Watch.patiently(mailbox, database, retries);
    watch.until(() -> watch.status().condition() == Condition.REFUSED);
    return watch;
  }

  @Test
  void aRefusedSignInIsTriedAgainWhenAPersonSaysSo() {
    Secret secret = new Secret("wrong");
    try (Watch watch = refused(withPassword(secret))) {
      assertThat(watch.status().trouble().orElseThrow())
          .contains("It says: [AUTHENTICATIONFAILED]");
      secret.changeTo(new Secret("secret"));
      watch.until(() -> retries.tryNow(user) == 1);
      watch.untilLetters(1);
    }
  }

  @Test
  void aRefusedSignInIsTriedAgainWhenAnotherServerOfTheMailboxLetsUsIn() {
    Secret secret = new Secret("wrong");
    try (Watch watch = refused(withPassword(secret))) {
      secret.changeTo(new Secret("secret"));
      watch.until(() -> {
        retries.signedIn(user);
        return watch.letters().size() == 1;
      });
    }
  }

  @Test
  void aRefusedSignInIsTriedAgainWhenThePasswordFileChanges() {
    MailboxSettings mailbox = withPassword(new Secret("wrong"));
    try (Watch watch = refused(mailbox)) {
      ChangedPasswords passwords =
          new ChangedPasswords(
              List.of(mailbox), () -> List.of(withPassword(new Secret("secret"))), retries);
      passwords.look();
      watch.untilLetters(1);
    }
  }

  @Test
  void theReadersSignInEndsThePausesOfOthers() {
    AtomicInteger woken = new AtomicInteger();
    retries.register(user, _ -> woken.incrementAndGet() > 0);
    try (Watch watch = Watch.patiently(mailbox(), database, retries)) {
      watch.untilRead();
      assertThat(woken).hasValue(1);
    }
  }

  @Test
  void aNameThatBelongsToAnotherAccountNowIsRefusedUntilAnAdministratorSaysThatItIsTheSame() {
    MailboxAccounts accounts = new MailboxAccounts(database, CLOCK);
    Watch.patiently(mailbox(), database, retries, accounts).untilRead().close();
    MailboxSettings other = TestMailbox.with(mailbox(), Map.of("username", user + "-other"));
    dovecot.deliver(other.username(), "Message-ID: <9@example.org>\r\n\r\nLetter 9\r\n");
    try (FaultProxy proxy = FaultProxy.before(dovecot.port())) {
      MailboxSettings watched =
          TestMailbox.with(other, Map.of("imap", DovecotServer.mailbox(user, proxy.port()).imap()));
      try (Watch watch = Watch.patiently(watched, database, retries, accounts)) {
        watch.until(() -> watch.status().condition() == Condition.OTHER_ACCOUNT);
        assertThat(watch.status().trouble().orElseThrow())
            .contains(user + " at 127.0.0.1 before", user + "-other at 127.0.0.1 now");
        retries.tryNow(user);
        assertThat(proxy.connections()).as("nobody signs in there").isZero();
        assertThat(watch.letters()).isEmpty();

        accounts.accept(watched, "ann");
        watch.until(() -> retries.tryNow(user) > 0);
        watch.untilLetters(1);
      }
    }
    assertThat(accounts.objection(other)).isEmpty();
    assertThat(accounts.objection(mailbox())).isPresent();
  }
}
