package org.postbag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postbag.email.Address;
import org.postbag.intake.MailboxHealth;
import org.postbag.ledger.Actor;
import org.postbag.ledger.Ledger;
import org.postbag.ledger.State;
import org.postbag.reply.Warning;
import org.postbag.review.Decisions;
import org.postbag.review.DraftVersion;
import org.postbag.review.Filter;
import org.postbag.review.QueueItem;
import org.postbag.review.ReviewQueue;
import org.postbag.review.breaker.Breaker;
import org.postbag.review.breaker.Breakers;
import org.postbag.sending.LedgerSink;

/// However many letters somebody makes the office answer to one address, and though a person
/// approves every draft with all of its warnings: at most three replies reach any one recipient.
/// The whole daemon, an IMAP server and an SMTP server that keeps what it took.
class RecipientsIT {
  private static final Actor ANN = new Actor("ann");
  private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);
  private static final String PASS = "dmarc=pass header.from=writers.example";
  private static final String FAIL =
      "spf=fail smtp.mailfrom=victims.example; dkim=none; dmarc=fail header.from=victims.example";

  private final LedgerSink sink = new LedgerSink();
  private final AtomicInteger numbers = new AtomicInteger();
  private TestHouse house;

  @BeforeEach
  void open() {
    house = new TestHouse(Duration.ZERO, port -> port, OptionalInt.of(sink.port()));
    // What stood in the mailbox before the first start is not read: wait until it has begun.
    await()
        .atMost(LONG_ENOUGH)
        .until(() ->
            house.door(MailboxHealth.class).all().stream().anyMatch(s -> s.lastRead().isPresent()));
  }

  @AfterEach
  void close() {
    house.close();
    sink.close();
  }

  /// A letter as the office's server delivers it, with what it found out at its top.
  private void arrive(String found, String from, String more) {
    house.deliver(
        """
        Authentication-Results: %s; %s
        Authentication-Results: %1$s; dmarc=pass (written by the sender)
        From: %s
        %sTo: office@field.example
        Subject: The situation in Calais
        Message-ID: <%d@letters.example>
        Date: Mon, 23 Nov 2026 09:00:00 +0000
        Content-Type: text/plain; charset=utf-8

        I am worried about the migrants in Calais and the lorries at the Channel Tunnel. What is being
        done about our border?
        """
            .formatted(TestHouse.AUTHSERV_ID, found, from, more, numbers.incrementAndGet()));
  }

  private List<QueueItem> in(State state) {
    return house.door(ReviewQueue.class).page(Filter.in(state, Filter.MOST));
  }

  private Stream<QueueItem> ready() {
    return Stream.of(State.WAITING, State.NEEDS_PERSON)
        .flatMap(state -> in(state).stream())
        .filter(item -> item.reply().isPresent());
  }

  /// A person who looks at nothing.
  private void approveAll() {
    ready()
        .toList()
        .forEach(item -> {
          Set<String> all = item.warnings().stream().map(Warning::word).collect(Collectors.toSet());
          house
              .door(Decisions.class)
              .approve(new DraftVersion(item.letter(), item.version()), all, Instant.MIN, ANN);
        });
  }

  private void approveUntilAllWasTried(int letters) {
    Ledger ledger = house.door(Ledger.class);
    await()
        .atMost(LONG_ENOUGH)
        .until(() -> {
          approveAll();
          return ledger.account().received() >= letters
              && ledger.account().unprocessed() == 0
              && ready().findAny().isEmpty()
              && ledger.account().of(State.SENDING) == 0;
        });
    // What could leave has left when the queue was asked a few times more.
    await().during(Duration.ofSeconds(3)).atMost(LONG_ENOUGH).until(() -> true);
  }

  private Map<Address, Long> received() {
    return sink.mails().stream()
        .map(mail -> Address.parse(mail.to().replaceAll("[<>]", "")).orElseThrow().canonical())
        .collect(Collectors.groupingBy(address -> address, Collectors.counting()));
  }

  private static Address address(String text) {
    return Address.parse(text).orElseThrow();
  }

  @Test
  void sixtyLettersWithOneForeignReplyToSendItThree() {
    for (int i = 0; i < 60; i++) {
      String spelt = i % 3 == 0 ? "Stranger" : i % 3 == 1 ? "stranger+" + i : "STRANGER";
      arrive(
          PASS,
          "Writer %d <writer%d@writers.example>".formatted(i, i),
          "Reply-To: %s@elsewhere.example\n".formatted(spelt));
    }
    approveUntilAllWasTried(60);

    assertThat(received()).containsExactly(Map.entry(address("stranger@elsewhere.example"), 3L));
    assertThat(house.door(Breakers.class).open()).extracting(Breaker::cause).hasSize(1);
    assertThat(in(State.APPROVED))
        .hasSizeGreaterThan(3)
        .allMatch(item -> words(item).contains("reply-elsewhere"));
  }

  private static Set<String> words(QueueItem item) {
    return item.warnings().stream().map(Warning::word).collect(Collectors.toSet());
  }

  @Test
  void twentyLettersWithAForgedSenderAreSaidToBeAndSendTheVictimThree() {
    for (int i = 0; i < 20; i++) {
      arrive(FAIL, "Vic Tim <victim@victims.example>", "");
    }
    approveUntilAllWasTried(20);

    assertThat(received()).containsExactly(Map.entry(address("victim@victims.example"), 3L));
    assertThat(Stream.concat(in(State.APPROVED).stream(), in(State.SENT).stream()))
        .hasSize(20)
        .allMatch(item -> words(item).contains("sender-unproven"));
  }

  /// Answers each of our replies with another letter.
  private void answerEach(boolean refers) {
    sink.onMail(mail -> {
      if (mail.to().contains("robot")) {
        String reference = "In-Reply-To: %s\n".formatted(mail.field("Message-ID"));
        arrive(PASS, "Robot <robot@writers.example>", refers ? reference : "");
      }
    });
    arrive(PASS, "Robot <robot@writers.example>", "");
  }

  @Test
  void twoAutomaticRespondersFaceToFaceStopAfterThree() {
    answerEach(false);
    approveUntilAllWasTried(4);

    assertThat(received()).containsExactly(Map.entry(address("robot@writers.example"), 3L));
  }

  @Test
  void aResponderThatRefersToOurReplyGetsNoSecond() {
    answerEach(true);
    approveUntilAllWasTried(2);

    assertThat(received()).containsExactly(Map.entry(address("robot@writers.example"), 1L));
  }
}
