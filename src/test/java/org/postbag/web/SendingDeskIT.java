package org.postbag.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postbag.catalog.Catalog;
import org.postbag.ledger.Actor;
import org.postbag.ledger.Move;
import org.postbag.ledger.SendingReason;
import org.postbag.ledger.State;
import org.postbag.reply.Warning;
import org.postbag.review.DraftVersion;
import org.postbag.review.QueueItem;
import org.postbag.sending.Composer;
import org.postbag.sending.LedgerSink;
import org.postbag.sending.Outbox;
import org.postbag.sending.SendingOffice;
import org.postbag.sending.SendingSettings;
import org.postbag.sending.SmtpSender;

/// What the desk shows of sending, in a real browser: replies in doubt with their three ways out,
/// the stop of everything, and when the last one leaves.
class SendingDeskIT {
  private static TestDesk desk;
  private static DeskBrowser browser;
  private static StaffMember ann;
  private static StaffMember reader;
  private final LedgerSink sink = new LedgerSink();
  private BrowserContext window;
  private Page page;

  @BeforeAll
  static void start() {
    desk = TestDesk.start(Duration.ZERO);
    browser = new DeskBrowser();
    ann = desk.member("ann", Role.APPROVER);
    reader = desk.member("rita", Role.VIEWER);
  }

  @AfterAll
  static void stop() {
    browser.close();
    desk.close();
  }

  @BeforeEach
  void signIn() {
    window = browser.window(1280, 860);
    page = DeskBrowser.signedIn(window, desk, ann);
  }

  @AfterEach
  void close() {
    window.close();
    sink.close();
  }

  /// By somebody who has seen every warning.
  private long approved(String from) {
    long letter = desk.calais(from);
    QueueItem item = desk.item(letter);
    Set<String> seen = item.warnings().stream().map(Warning::word).collect(Collectors.toSet());
    desk.decisions.approve(
        new DraftVersion(letter, item.version()), seen, Instant.MIN, new Actor("ann"));
    return letter;
  }

  @SuppressWarnings("unchecked")
  private Outbox outbox() {
    Supplier<Catalog> catalog = desk.bean("catalog", Supplier.class);
    SendingSettings live = SendingSettings.STANDARD.live();
    return new Outbox(
        desk.database, desk.ledger, catalog, Set.of("office"), _ -> true, live, desk.clock);
  }

  private void send() {
    Composer composer = new Composer(Path.of("config/replies"));
    try (SmtpSender sender =
        new SmtpSender(Map.of("office", SendingOffice.server(sink.port())), composer::compose)) {
      SendingOffice.sendDue(outbox(), sender::send);
    }
  }

  /// A reply whose server keeps it and goes silent in the middle of its answer.
  private long unclear(String from) {
    sink.droppingInAnswer(3);
    long letter = approved(from);
    send();
    sink.heal();
    assertThat(desk.item(letter).state()).isEqualTo(State.UNCLEAR);
    return letter;
  }

  private void open(long letter) {
    page.navigate(desk.at("/letters/" + letter).toString());
    assertThat(page.locator("[data-letter]")).isVisible();
  }

  private void awaitState(long letter, State state) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> desk.item(letter).state() == state);
  }

  private void press(String label) {
    page.locator(".bar button", new Page.LocatorOptions().setHasText(label)).click();
  }

  @Test
  void aReplyInDoubtShowsTheEvidenceAndThreeWaysOut() {
    long sent = unclear("Olive Grant <olive@example.net>");
    open(sent);
    assertThat(page.locator(".head")).containsText("Nobody knows whether this reply has left");
    assertThat(page.locator("#main [data-key=a]")).hasCount(0);
    assertThat(page.locator(".head")).containsText("after the end of DATA");
    assertThat(page.locator(".head")).containsText("has not been looked into yet");
    assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    shot("in-doubt");
    press("It was sent");
    awaitState(sent, State.SENT);

    long again = unclear("Again Please <again@example.net>");
    int before = sink.mails().size();
    open(again);
    press("Send it again");
    awaitState(again, State.APPROVED);
    send();
    awaitState(again, State.SENT);
    assertThat(sink.mails()).hasSize(before + 1);

    long rest = unclear("Let Rest <rest@example.net>");
    open(rest);
    press("Close without sending");
    awaitState(rest, State.CLOSED);
    assertThat(desk.ledger.history(rest).getLast().actor()).isEqualTo("ann");
    send();
    assertThat(sink.mails()).hasSize(before + 2);
  }

  @Test
  void aReplyThatWasRefusedShowsTheServersOwnWordsAndWhenItIsTriedAgain() {
    sink.answering(LedgerSink.Step.RCPT, "451 4.7.1 greylisted, come back later");
    long deferred = approved("Deferred <deferred@example.net>");
    send();
    open(deferred);
    assertThat(page.locator(".refused"))
        .containsText(
            Pattern.compile(
                "refused the reply for now\\. It said: “451 4\\.7\\.1 greylisted, come back"
                    + " later”\\. It is tried again at .*\\d\\d:\\d\\d"));

    sink.answering(LedgerSink.Step.RCPT, "550 5.1.1 no such user here");
    long failed = approved("Failed <failed@example.net>");
    send();
    open(failed);
    assertThat(page.locator(".refused"))
        .containsText("refused the reply for good. It said: “550 5.1.1 no such user here”.");
    assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    shot("refused");

    page.getByText("Correct the address").first().click();
    page.locator("#more input[name=address]").fill("right@example.net");
    page.locator("#more button", new Page.LocatorOptions().setHasText("Correct")).click();
    assertThat(page.locator("#approval")).containsText("right@example.net, which somebody put in");
    awaitState(failed, State.WAITING);
    page.locator("#approval [type=checkbox]").check();
    page.keyboard().press("a");
    awaitState(failed, State.APPROVED);
    send();
    awaitState(failed, State.SENT);
    assertThat(sink.mails()).anyMatch(mail -> mail.toString().contains("right@example.net"));
  }

  @Test
  void aReplyThatMayHaveLeftBeforeTheStartSaysWhy() {
    long letter = approved("Left Before <before@example.net>");
    desk.ledger.move(
        new Move(
            letter, State.APPROVED, State.UNCLEAR, Actor.POSTBAG, SendingReason.ANSWERED_AT_START));
    open(letter);
    assertThat(page.locator(".head")).containsText("older copy of its data folder");
    assertThat(page.locator(".head")).containsText("marked as answered in the mailbox");
    assertThat(page.locator(".head")).not().containsText("went silent");
  }

  @Test
  void theMailboxsTroubleHasAButtonThatTriesItNow() {
    AtomicInteger tried = new AtomicInteger();
    desk.retries.register("office", _ -> tried.incrementAndGet() > 0);
    Notice notice =
        new Notice(Notice.Level.ERROR, "The mailbox “office” cannot be read.", "535 no")
            .with(new Notice.Remedy(Notice.Remedy.Kind.TRY_NOW, "office"));
    Notice account =
        new Notice(Notice.Level.ERROR, "The mailbox “office” cannot be read.", "another account")
            .with(new Notice.Remedy(Notice.Remedy.Kind.SAME_ACCOUNT, "office"));
    desk.notices.addAll(java.util.List.of(notice, account));
    try (BrowserContext other = browser.window(1280, 860)) {
      page.reload();
      assertThat(page.locator("#notices button")).hasCount(1);
      assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
      shot("try-now");
      page.getByText("Try now").click();
      assertThat(page.locator("#notices")).isVisible();
      assertThat(tried).hasValue(1);
      Page watching = DeskBrowser.signedIn(other, desk, reader);
      assertThat(watching.locator("#notices button")).hasCount(0);
    } finally {
      desk.notices.removeAll(java.util.List.of(notice, account));
    }
  }

  @Test
  void whoMayOnlyReadSeesTheDoubtAndCannotSettleIt() {
    long letter = unclear("Only Read <only@example.net>");
    try (BrowserContext other = browser.window(1280, 860)) {
      Page watching = DeskBrowser.signedIn(other, desk, reader);
      watching.navigate(desk.at("/letters/" + letter).toString());
      assertThat(watching.locator(".head")).containsText("Nobody knows");
      assertThat(watching.locator(".bar button")).hasCount(0);
      watching.navigate(desk.at("/letters?view=leaving").toString());
      assertThat(watching.locator(".stop button")).hasCount(0);
    }
    assertThat(desk.item(letter).state()).isEqualTo(State.UNCLEAR);
  }

  @Test
  void everythingIsStoppedAtOnceForAllAndGoesOnWhereItStood() {
    long letter = approved("Stop Me <stop@example.net>");
    page.navigate(desk.at("/letters?view=leaving").toString());
    assertThat(page.locator(".last-leaves"))
        .containsText(Pattern.compile("The last one leaves about \\d\\d:\\d\\d\\."));
    shot("on-its-way");
    for (int again = 0; again < 10; again++) {
      page.reload(); // each look gives back what it took from the database
    }
    page.locator(".stop button").click();
    assertThat(page.locator("#notices")).containsText("All sending: stopped by ann");
    assertThat(page.locator(".last-leaves")).hasCount(0);
    assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    shot("stopped");
    assertThat(outbox().due()).isEmpty();
    send();
    assertThat(desk.item(letter).state()).isEqualTo(State.APPROVED);
    try (BrowserContext other = browser.window(1280, 860)) {
      Page watching = DeskBrowser.signedIn(other, desk, reader);
      assertThat(watching.locator("#notices")).containsText("All sending: stopped by ann");
      assertThat(watching.locator("#notices button")).hasCount(0);
    }
    page.getByText("Let them leave").click();
    assertThat(page.locator("#notices")).not().containsText("stopped");
    send();
    awaitState(letter, State.SENT);
    assertThat(sink.mails()).hasSize(1);
  }

  @Test
  void oneTopicIsStoppedAloneAndNamed() {
    long letter = approved("One Topic <topic@example.net>");
    page.navigate(desk.at("/letters?view=leaving").toString());
    page.locator("#scope").selectOption("topic:calais");
    page.locator(".stop button").click();
    assertThat(page.locator("#notices"))
        .containsText("Replies about “Calais and border security”: stopped by ann");
    shot("topic-stopped");
    send();
    assertThat(desk.item(letter).state()).isEqualTo(State.APPROVED);
    page.getByText("Let them leave").click();
    assertThat(page.locator("#notices")).not().containsText("stopped");
    send();
    awaitState(letter, State.SENT);

    long other = approved("One Mailbox <mailbox@example.net>");
    page.navigate(desk.at("/letters?view=leaving").toString());
    page.locator("#scope").selectOption("mailbox:office");
    page.locator(".stop button").click();
    assertThat(page.locator("#notices")).containsText("Replies from “office”: stopped by ann");
    assertThat(page.locator(".last-leaves")).hasCount(0);
    send();
    assertThat(desk.item(other).state()).isEqualTo(State.APPROVED);
    page.getByText("Let them leave").click();
    send();
    awaitState(other, State.SENT);
  }

  /// For people to look at: `target/screenshots`.
  private void shot(String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")));
  }

  @Test
  void whomAFourthReplyWouldReachIsShownAndGetsItWhenAPersonLetsIt() {
    for (int i = 0; i < 4; i++) {
      approved("Eve <eve" + "+" + i + "@strangers.example>");
    }
    send();
    send();
    org.assertj.core.api.Assertions.assertThat(sink.mails()).hasSize(3);

    page.navigate(desk.at("/letters").toString());
    var banner =
        page.locator("#notices form")
            .filter(
                new com.microsoft.playwright.Locator.FilterOptions()
                    .setHasText("sends no more replies to eve@strangers.example"));
    assertThat(banner).containsText("It has had 3 replies within a day");
    banner.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON).click();
    assertThat(banner).hasCount(0);
    send();
    org.assertj.core.api.Assertions.assertThat(sink.mails()).hasSize(4);
  }

  @Test
  void thePageOfAGroupNamesEveryReplyThatGoesElsewhere() {
    desk.receive(
        """
        From: Bill Writer <bill@writers.example>
        Reply-To: stranger@elsewhere.example
        To: office@example.org
        Subject: Calais
        Message-ID: <elsewhere@writers.example>
        Content-Type: text/plain; charset=utf-8

        Dear Ms Roe, the scenes at Calais and the Channel Tunnel are shocking. What is being done
        about border security and the lorry drivers? Yours, a constituent
        """
            .replace("\n", "\r\n")
            .getBytes(java.nio.charset.StandardCharsets.UTF_8));

    page.navigate(desk.at("/groups/calais").toString());
    assertThat(page.locator("main"))
        .containsText("go to another address than the letter came from");
    assertThat(page.locator("main")).containsText("stranger@elsewhere.example");
  }
}
