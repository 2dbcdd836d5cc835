package org.postbag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import jakarta.mail.Flags;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postbag.database.Database;
import org.postbag.email.Letter;
import org.postbag.email.LetterReader;
import org.postbag.intake.ScreeningReason;
import org.postbag.ledger.Actor;
import org.postbag.ledger.DraftReason;
import org.postbag.ledger.Ledger;
import org.postbag.ledger.ReviewReason;
import org.postbag.ledger.State;
import org.postbag.review.Decision;
import org.postbag.review.Decisions;
import org.postbag.review.DraftVersion;
import org.postbag.review.Filter;
import org.postbag.review.QueueItem;
import org.postbag.review.ReviewQueue;
import org.postbag.settings.Settings;
import org.postbag.web.Notices;

/// The promises of the mail's way, each on the whole daemon beside a mail server.
class MailFlowTest {
  private static final Actor ANN = new Actor("ann");
  private static final String WRITER = "lee@writers.example";
  private static final Duration SOON = Duration.ofSeconds(30);

  private TestHouse house;

  @BeforeEach
  void open() {
    house = new TestHouse(Duration.ZERO);
    house.server.setUser(WRITER, WRITER, "x");
    // What stood in the mailbox before the first start is not read: wait until it has begun.
    await()
        .atMost(SOON)
        .until(() ->
            !house.door(org.postbag.intake.MailboxHealth.class).all().stream()
                .filter(s -> s.lastRead().isPresent())
                .toList()
                .isEmpty());
  }

  @AfterEach
  void close() {
    house.close();
  }

  private static String letter(String number, String subject, String text) {
    return """
    From: Ann Lee <lee@writers.example>
    To: office@field.example
    Subject: %s
    Message-ID: <%s@writers.example>
    References: <0@writers.example>
    Date: Mon, 23 Nov 2026 09:00:00 +0000
    Content-Type: text/plain; charset=utf-8

    %s
    """
        .formatted(subject, number, text);
  }

  private static String calais(String number) {
    return letter(
        number,
        "The situation in Calais",
        "I am worried about the migrants in Calais and the lorries at the Channel Tunnel. What is"
            + " being done about our border?");
  }

  private List<QueueItem> in(State state) {
    return house.door(ReviewQueue.class).page(Filter.in(state, 100));
  }

  private QueueItem awaitOne(State state) {
    await().atMost(SOON).until(() -> !in(state).isEmpty());
    return in(state).getFirst();
  }

  private Decision approve(QueueItem item) {
    return house
        .door(Decisions.class)
        .approve(new DraftVersion(item.letter(), item.version()), ANN);
  }

  /// What stands in the writer's own inbox.
  private List<Letter> sent() {
    List<Letter> letters = new ArrayList<>();
    for (StoredMessage message : inbox(WRITER).getMessages()) {
      letters.add(read(message.getMimeMessage()));
    }
    return letters;
  }

  private MailFolder inbox(String address) {
    try {
      return house
          .server
          .getManagers()
          .getImapHostManager()
          .getInbox(house.server.getUserManager().getUserByEmail(address));
    } catch (FolderException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Letter read(MimeMessage message) {
    try (var bytes = new java.io.ByteArrayOutputStream()) {
      message.writeTo(bytes);
      return new LetterReader().read(bytes.toByteArray());
    } catch (java.io.IOException | jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void anApprovedReplyArrivesOnceThreadedAndUnharmedAndTheLetterStaysUnread() {
    house.deliver(calais("1"));

    assertThat(approve(awaitOne(State.WAITING))).isInstanceOf(Decision.Done.class);
    awaitOne(State.SENT);

    assertThat(sent()).hasSize(1);
    Letter reply = sent().getFirst();
    assertThat(reply.subject()).isEqualTo("Re: The situation in Calais");
    assertThat(reply.to().getFirst().address()).hasToString("lee@writers.example");
    assertThat(reply.inReplyTo()).hasToString("[<1@writers.example>]");
    assertThat(reply.references()).hasToString("[<0@writers.example>, <1@writers.example>]");
    assertThat(reply.text())
        .contains("Dear Ann Lee,")
        .contains("£19 million, €10 million a year: it’s being done.")
        .contains("Jo Field MP");
    StoredMessage letter = inbox(TestHouse.OFFICE).getMessages().getFirst();
    assertThat(letter.getFlags().contains(Flags.Flag.SEEN)).isFalse();
  }

  @Test
  void nothingLeavesWithoutAnApproval() {
    house.deliver(calais("1"));
    awaitOne(State.WAITING);

    house.restart();
    house.deliver(letter("2", "Buses", "The bus service and its timetable: the bus is late."));
    await().atMost(SOON).until(() -> !in(State.NEEDS_PERSON).isEmpty());
    assertThat(sent()).isEmpty();
  }

  @Test
  void aLetterThatComesTwiceIsAnsweredOnce() {
    house.deliver(calais("1"));
    approve(awaitOne(State.WAITING));
    awaitOne(State.SENT);

    house.restart();
    house.deliver(letter("2", "Buses", "The bus service and its timetable: the bus is late."));
    await().atMost(SOON).until(() -> !in(State.NEEDS_PERSON).isEmpty());
    assertThat(sent()).hasSize(1);
    assertThat(house.door(Ledger.class).account().received()).isEqualTo(2);
  }

  @Test
  void aSecondLetterOnTheSameTopicWaitsForAPerson() {
    house.deliver(calais("1"));
    approve(awaitOne(State.WAITING));
    awaitOne(State.SENT);

    house.deliver(calais("2").replace("I am worried", "I wrote before: I am worried"));
    assertThat(awaitOne(State.NEEDS_PERSON).reason()).contains(DraftReason.ANSWERED_BEFORE);
    assertThat(sent()).hasSize(1);
  }

  @Test
  void whoFloodsTheMailboxGetsNoMoreDraftsAndOthersDo() {
    for (int i = 0; i <= Settings.FLOOD_LIMIT; i++) {
      house.deliver(calais("f" + i).replace("I am worried", i + " times I am worried"));
    }
    house.deliver(calais("other").replace("lee@writers.example>", "kim@writers.example>"));

    await()
        .atMost(SOON)
        .until(() ->
            in(State.NEEDS_PERSON).stream()
                .anyMatch(i -> i.reason().filter(DraftReason.FLOOD::equals).isPresent()));
    await()
        .atMost(SOON)
        .until(() -> in(State.WAITING).stream().anyMatch(i -> i.toString().contains("kim@")));
  }

  @Test
  void aMachinesLetterIsSetAside() {
    house.deliver(calais("1").replace("Subject:", "Auto-Submitted: auto-replied\nSubject:"));

    assertThat(awaitOne(State.SET_ASIDE).reason())
        .contains(new ReviewReason.Screened(ScreeningReason.AUTO_SUBMITTED));
  }

  @Test
  void aBrokenLetterIsKeptAndTheNextOneGoesOn() {
    house.deliver("From: broken\nContent-Type: multipart/mixed\n\n\u0000\u00ff--x\n");
    house.deliver(calais("2"));

    awaitOne(State.WAITING);
    assertThat(house.door(Ledger.class).account().received()).isEqualTo(2);
    assertThat(awaitOne(State.NEEDS_PERSON).letter()).isPositive();
  }

  @Test
  void noHeaderOfALetterSteersThePostbag() {
    house.deliver(
        calais("1")
            .replace(
                "Subject:",
                """
                mail.smtp.host: evil.example
                CamelMailDelete: true
                CamelMailMoveTo: Trash
                delete: true
                CamelSplitSize: 99
                CamelTimerName: send
                breadcrumbId: ${env:PATH}
                Subject:\
                """));

    approve(awaitOne(State.WAITING));
    awaitOne(State.SENT);
    assertThat(sent()).hasSize(1);
  }

  @Test
  void theAccountBalancesAndTheChainIsWhole() {
    for (int i = 0; i < 20; i++) {
      house.deliver(
          calais("n" + i).replace("lee@writers.example>", "lee" + i + "@writers.example>"));
    }
    await().atMost(SOON).until(() -> in(State.WAITING).size() == 20);
    in(State.WAITING).stream().limit(5).forEach(this::approve);
    await().atMost(SOON).until(() -> in(State.SENT).size() == 5);

    var totals = house.door(Ledger.class).account();
    assertThat(totals.received()).isEqualTo(20);
    assertThat(totals.of(State.WAITING)).isEqualTo(15);
    assertThat(totals.of(State.SENT)).isEqualTo(5);
    assertThat(house.door(Ledger.class).verify()).isEmpty();
  }

  @Test
  void aBounceFindsItsReplyWhichThenHasFailed() {
    house.deliver(calais("1"));
    approve(awaitOne(State.WAITING));
    QueueItem item = awaitOne(State.SENT);
    String id =
        house.door(ReviewQueue.class).approvalOf(item.letter()).orElseThrow().messageId().value();

    house.deliver(
        """
        Return-Path: <>
        From: MAILER-DAEMON@writers.example
        To: office@field.example
        Subject: Undelivered Mail Returned to Sender
        Message-ID: <b1@writers.example>
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary=b

        --b
        Content-Type: text/plain

        It could not be delivered.
        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mail.writers.example

        Final-Recipient: rfc822; lee@writers.example
        Action: failed
        Status: 5.1.1
        Diagnostic-Code: smtp; 550 5.1.1 user unknown
        --b
        Content-Type: text/rfc822-headers

        Message-ID: %s
        Subject: Re: The situation in Calais
        --b--
        """
            .formatted(id));

    assertThat(awaitOne(State.FAILED).letter()).isEqualTo(item.letter());
    assertThat(awaitOne(State.SET_ASIDE).reason())
        .contains(new ReviewReason.Screened(ScreeningReason.DELIVERY_REPORT));
  }

  @Test
  void whatCannotBeWrittenDownIsSaidAndGoesOnWhenItCan() {
    Database database = house.door(Database.class);
    database.doInTransaction(() -> database.sql("ALTER TABLE draft RENAME TO away").update());
    house.deliver(calais("1"));

    await()
        .atMost(SOON)
        .until(() ->
            house.door(Notices.class).now().stream()
                .anyMatch(n -> n.what().startsWith("New letters cannot be written down")));
    assertThat(database.sql("SELECT count(*) FROM letter").query(Integer.class).single())
        .as("what is kept stays kept")
        .isEqualTo(1);

    database.doInTransaction(() -> database.sql("ALTER TABLE away RENAME TO draft").update());
    awaitOne(State.WAITING);
    assertThat(house.door(Ledger.class).account().received()).isEqualTo(1);
  }
}
