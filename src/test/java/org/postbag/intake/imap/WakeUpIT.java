package org.postbag.intake.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.postbag.catalog.Secret;
import org.postbag.intake.Batch;
import org.postbag.intake.ChangedPasswords;
import org.postbag.intake.Credentials;
import org.postbag.intake.Intake;
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
  private static final Duration SOON = Duration.ofSeconds(3);
  private static final Pattern NUMBER = Pattern.compile("Letter (\\d+)");

  private final RetrySignal retries = new RetrySignal(CLOCK);
  private final Map<Integer, Instant> delivered = new ConcurrentHashMap<>();
  private final Map<Integer, Instant> kept = new ConcurrentHashMap<>();
  private final AtomicInteger deliveries = new AtomicInteger();

  /// Where a letter comes while its reader is between a pass and IDLE, or on the way there.
  private static final List<Pattern> MOMENTS =
      List.of(
          Pattern.compile("^> .*IDLE"),
          Pattern.compile("^< .* OK Search completed"),
          Pattern.compile("^< .* OK Fetch completed"));

  /// A lost EXISTS would be noticed at the next poll, which is an hour away, or at the end of an IDLE.
  @Test
  void aLetterThatComesBetweenAPassAndIdleIsCollectedAtOnce() {
    Intake intake = new Intake(database, CLOCK);
    try (FaultProxy proxy = FaultProxy.before(dovecot.port()).telling(this::deliverAt);
        Watch watch =
            Watch.on(
                TestMailbox.with(
                    DovecotServer.mailbox(user, proxy.port()),
                    Map.of("pollInterval", Duration.ofHours(1))),
                database,
                batch -> {
                  intake.keep(batch);
                  note(batch);
                })) {
      for (int letters = 10; letters <= DELIVERIES; letters += 10) {
        watch.untilLetters(letters);
      }
    }
    assertThat(delivered).hasSize(DELIVERIES);
    delivered.forEach((number, at) ->
        assertThat(Duration.between(at, kept.get(number)))
            .as("letter " + number)
            .isLessThanOrEqualTo(SOON));
  }

  private void deliverAt(String line) {
    int next = deliveries.get();
    if (next < DELIVERIES
        && MOMENTS.get(next % MOMENTS.size()).matcher(line).find()
        && deliveries.compareAndSet(next, next + 1)) {
      delivered.put(next, CLOCK.instant());
      deliver(next, next);
    }
  }

  private void note(Batch batch) {
    batch.letters().forEach(letter -> {
      Matcher number = NUMBER.matcher(new String(letter.rfc822(), java.nio.charset.StandardCharsets.US_ASCII));
      if (number.find()) {
        kept.put(Integer.valueOf(number.group(1)), CLOCK.instant());
      }
    });
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
      assertThat(watch.status().trouble().orElseThrow()).contains("It says: [AUTHENTICATIONFAILED]");
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
    MailboxSettings other =
        TestMailbox.with(mailbox(), Map.of("username", user + "-other"));
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
