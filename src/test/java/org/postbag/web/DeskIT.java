package org.postbag.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postbag.ledger.DraftReason;
import org.postbag.ledger.State;
import org.postbag.review.Filter;
import org.postbag.review.QueueItem;

/// The desk in a real browser.
class DeskIT {
  private static TestDesk desk;
  private static DeskBrowser browser;
  private static StaffMember ann;
  private static StaffMember ben;
  private BrowserContext window;
  private Page page;

  @BeforeAll
  static void start() {
    desk = TestDesk.start(Duration.ofMinutes(2));
    browser = new DeskBrowser();
    ann = desk.member("ann", Role.ADMIN);
    ben = desk.member("ben", Role.APPROVER);
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

  @Test
  void aNameAndAPasswordOpenTheDeskAndAWrongOneDoesNot() {
    try (BrowserContext fresh = browser.window(1280, 860)) {
      Page door = fresh.newPage();
      door.navigate(desk.at("/letters?view=sent").toString());
      door.getByLabel("Name").fill("ben");
      door.getByLabel("Password").fill("wrong password");
      door.getByText("Sign in", new Page.GetByTextOptions().setExact(true)).last().click();
      assertThat(door.getByRole(com.microsoft.playwright.options.AriaRole.ALERT))
          .containsText("wrong");
      door.getByLabel("Password").fill(TestDesk.PASSWORD);
      door.getByText("Sign in", new Page.GetByTextOptions().setExact(true)).last().click();
      door.waitForURL("**/letters?view=sent");
      door.getByText("Sign out").click();
      door.waitForURL("**/login");
      door.navigate(desk.at("/letters").toString());
      door.waitForURL("**/login*");
    }
  }

  @Test
  void aLetterIsReadApprovedAndTakenBack() {
    long letter = desk.calais("Olive Grant <olive@example.net>");
    open(letter);
    assertThat(page.locator(".original mark.for").first()).isVisible();
    assertThat(page.locator(".reply .body")).containsText("Dear Olive Grant,");
    page.locator("#main [data-key=a]").click();
    awaitState(letter, State.APPROVED);
    assertThat(page.locator(".toast")).containsText("Approved: reply to Olive Grant.");
    assertThat(page.locator(".toast b"))
        .containsText(java.util.regex.Pattern.compile("[12]:\\d\\d"));
    page.locator(".toast [data-key=u]").click();
    awaitState(letter, State.WAITING);
    assertThat(page.locator("#main h2")).containsText("Calais");
  }

  @Test
  void aCampaignIsApprovedInOneGoAndWhoAddedTheirOwnWordsIsReadByThemselves() {
    String text =
        "Dear Ms Roe, the crossing at Calais is in the news again and we ask you to act. The"
            + " Channel Tunnel needs guards, the lorry drivers need safe places to stop, and border"
            + " security needs more than speeches. Will you ask a question in the House about"
            + " Calais this month?";
    long first = desk.receive("Cam One <c1@example.net>", "A question about Calais", text);
    long second = desk.receive("Cam Two <c2@example.net>", "A question about Calais", text);
    long own =
        desk.receive(
            "Cam Three <c3@example.net>", "Calais", text + " " + "My sister waits. ".repeat(30));

    page.navigate(desk.at("/letters").toString());
    Locator campaign =
        page.locator(
            ".campaigns a", new Page.LocatorOptions().setHasText("A question about Calais"));
    assertThat(campaign).containsText("2 letters in nearly the same words");
    campaign.click();
    assertThat(page.locator("h1")).containsText("Approve 2 replies");
    assertThat(page.locator("main")).containsText("Cam Three");
    page.locator(".bar button.primary").click();
    assertThat(page.locator("p.alert")).containsText("Read these first");
    page.request().get(desk.at("/letters/" + first).toString());
    page.request().get(desk.at("/letters/" + second).toString());
    page.locator(".bar button.primary").click();
    awaitState(first, State.APPROVED);
    awaitState(second, State.APPROVED);
    assertThat(page.locator("h1")).containsText("Approved: 2 replies");
    org.assertj.core.api.Assertions.assertThat(desk.item(own).reason())
        .contains(DraftReason.OWN_WORDS);
  }

  @Test
  void aLetterThatNoTopicFitsIsLeftToAPersonWithoutAReply() {
    long letter = desk.calais("Noah Topic <noah@example.net>");
    open(letter);
    page.keyboard().press("t");
    page.getByText("None of these topics").click();
    awaitState(letter, State.NEEDS_PERSON);
    org.assertj.core.api.Assertions.assertThat(desk.item(letter).topic()).isEmpty();
    org.assertj.core.api.Assertions.assertThat(desk.item(letter).reply()).isEmpty();
  }

  @Test
  void theTopicBoxOfALetterOnTwoMattersNamesBothUntilOneIsChosen() {
    long letter = desk.busesAndBills("Bo Thmatters <both@example.net>");
    open(letter);
    assertThat(page.locator(".edition .chip"))
        .hasText(
            java.util.regex.Pattern.compile(
                "^(Local buses, and Energy bills|Energy bills, and Local buses)$"));

    page.keyboard().press("t");
    page.locator("#topics [value=local-buses][name=choice]").click();
    assertThat(page.locator(".edition .chip")).hasText("Local buses");
  }

  @Test
  void aReplyIsApprovedForLaterAndSaysWhen() {
    long letter = desk.calais("Later Please <later@example.net>");
    open(letter);
    java.time.LocalDateTime monday =
        java.time.LocalDateTime.now(java.time.ZoneId.of("Europe/London"))
            .plusDays(3)
            .withSecond(0)
            .withNano(0);
    page.keyboard().press(".");
    page.getByText("Send it later").click();
    page.locator("input[name=notBefore]").fill(monday.toString().substring(0, 16));
    page.getByText("Approve for then").click();
    awaitState(letter, State.APPROVED);
    open(letter);
    assertThat(page.locator(".leaving")).containsText("It leaves no sooner than");
    page.locator(".leaving button").click();
    awaitState(letter, State.WAITING);
  }

  @Test
  void theKeyboardAloneEditsAssignsClosesAndReopens() {
    long letter = desk.calais("Key Board <keys@example.net>");
    open(letter);
    page.keyboard().press("e");
    Locator text = page.locator("#reply-text");
    assertThat(text).isFocused();
    text.fill("Dear Key Board,\n\nThank you. I shall write again soon.\n\nJane Roe");
    page.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.locator(".changes ins").first()).isVisible();
    assertThat(desk.item(letter).reply().orElseThrow().edited()).isTrue();

    page.keyboard().press("t");
    assertThat(page.locator("#topics-words")).isFocused();
    page.keyboard().type("buses");
    page.keyboard().press("Enter");
    Awaitility.await()
        .until(() -> desk.item(letter).topic().orElseThrow().value().equals("local-buses"));
    assertThat(page.locator(".reply .body")).containsText("bus");

    page.keyboard().press("Escape");
    page.keyboard().press("n");
    awaitState(letter, State.CLOSED);
    assertThat(page.locator(".toast")).containsText("Closed");
    page.keyboard().press("u");
    awaitState(letter, State.NEEDS_PERSON);
  }

  @Test
  void keysMoveThroughTheListAndCanBeSwitchedOff() {
    long first = desk.calais("List One <l1@example.net>");
    long second = desk.calais("List Two <l2@example.net>");
    page.navigate(desk.at("/letters?q=list").toString());
    page.keyboard().press("j");
    assertThat(page.locator("[data-letter='" + second + "']")).isVisible();
    page.keyboard().press("j");
    assertThat(page.locator("[data-letter='" + first + "']")).isVisible();
    page.keyboard().press("k");
    assertThat(page.locator("[data-letter='" + second + "']")).isVisible();
    page.keyboard().press("?");
    page.locator("#keys-on").uncheck();
    page.locator("#keys form button.primary").click();
    page.keyboard().press("a");
    page.keyboard().press("n");
    page.keyboard().press("/");
    assertThat(page.locator("#search")).not().isFocused();
    assertThat(desk.item(second).state()).isEqualTo(State.WAITING);
  }

  @Test
  void ofTwoWhoApproveOneLetterTheSecondSeesWhoWasFaster() {
    long letter = desk.calais("Two Hands <hands@example.net>");
    open(letter);
    try (BrowserContext other = browser.window(1280, 860)) {
      Page colleague = DeskBrowser.signedIn(other, desk, ben);
      colleague.navigate(desk.at("/letters/" + letter).toString());
      colleague.locator("#main [data-key=a]").click();
      awaitState(letter, State.APPROVED);
    }
    page.locator("#main [data-key=a]").click();
    assertThat(page.locator("#main [role=alert]")).containsText("ben changed this letter");
    assertThat(page.locator(".leaving")).containsText("Approved by ben");
  }

  @Test
  void aPageThatIsOutOfDateSendsNothing() {
    long letter = desk.calais("Old Page <old@example.net>");
    open(letter);
    desk.decisions.edit(
        new org.postbag.review.DraftVersion(letter, 1),
        "Re: Calais",
        "Another text",
        new org.postbag.ledger.Actor("ben"));
    page.locator("#main [data-key=a]").click();
    assertThat(page.locator("#main [role=alert]")).containsText("Nothing of yours was done");
    assertThat(desk.item(letter).state()).isEqualTo(State.WAITING);
    assertThat(page.locator(".reply .body")).containsText("Another text");
  }

  @Test
  void aReplyWithAGapIsNotApprovedAndSaysWhy() {
    long letter = desk.calais("Gap Page <gap@example.net>");
    open(letter);
    page.keyboard().press("e");
    page.locator("#reply-text").fill("Dear [name],\n\nThank you.");
    page.getByText("Save and approve").click();
    assertThat(page.locator("#main [role=alert]")).containsText("brackets");
    assertThat(desk.item(letter).state()).isEqualTo(State.WAITING);
  }

  @Test
  void aNewLetterShowsUpByItselfAndMovesNothing() {
    desk.receive("Live A <la@example.net>", "Bins and buses", "Our local bus route 22 was cut.");
    page.navigate(desk.at("/letters").toString());
    Locator first = page.locator("#rows li.row").first();
    double before = first.boundingBox().y;
    long fresh = desk.calais("Live News <news@example.net>");
    assertThat(page.locator("#row-" + fresh))
        .isAttached(
            new com.microsoft.playwright.assertions.LocatorAssertions.IsAttachedOptions()
                .setTimeout(15_000));
    assertThat(first.boundingBox().y).isEqualTo(before);
  }

  @Test
  void aGroupIsApprovedAsTheListThatWasOnThePage() {
    long one = desk.calais("Group One <p1@example.net>");
    long two = desk.calais("Group Two <p2@example.net>");
    page.navigate(desk.at("/groups/calais").toString());
    long late = desk.calais("Group Late <p3@example.net>");
    desk.decisions.edit(
        new org.postbag.review.DraftVersion(two, 1),
        "Re",
        "Mine",
        new org.postbag.ledger.Actor("ben"));
    page.locator(".bar button.primary").click();
    assertThat(page.locator("p.alert")).containsText("ben changed it");
    assertThat(desk.item(one).state()).isEqualTo(State.WAITING);
    // The sample is drawn among all of the group, which other tests' letters are in as well.
    for (QueueItem item : desk.queue.page(Filter.in(State.WAITING, Filter.MOST))) {
      page.request().get(desk.at("/letters/" + item.letter()).toString());
    }
    page.locator("[data-out][value='" + late + "']").check();
    page.locator("[data-out][value='" + two + "']").check();
    page.locator(".bar button.primary").click();
    assertThat(page.locator("h1")).containsText("Approved:");
    assertThat(desk.item(one).state()).isEqualTo(State.APPROVED);
    assertThat(desk.item(two).state()).isEqualTo(State.WAITING);
    assertThat(desk.item(late).state()).isEqualTo(State.WAITING);
    page.getByText("Undo all of them").click();
    assertThat(page.locator("h1")).containsText("Taken back:");
    assertThat(desk.item(one).state()).isEqualTo(State.WAITING);
  }

  @Test
  void aNoticeLeadsToTheLettersThatItNames() {
    long letter = desk.calais("Nora Notice <nora@example.net>");
    Notice.Level level = Notice.Level.INFORMATION;
    desk.notices.add(new Notice(level, "Not learned.", "Was one wrong?", List.of(letter)));

    page.navigate(desk.at("/letters").toString());
    page.locator("#notices a[href='/letters/" + letter + "']").click();

    assertThat(page.locator("main")).containsText("Nora Notice");
  }

  @Test
  void everyPageIsFreeOfAccessibilityFaults() {
    long letter = desk.calais("Axe Test <axe@example.net>");
    desk.notices.add(new Notice(Notice.Level.ERROR, "The mailbox cannot be read.", "Mend it."));
    desk.notices.add(
        new Notice(Notice.Level.WARNING, "A file has a mistake.", "Line 3.", List.of(letter)));
    long html = desk.receive(TestDesk.sample("formats/" + FORMATTED));
    for (boolean dark : List.of(false, true)) {
      page.emulateMedia(
          new Page.EmulateMediaOptions()
              .setColorScheme(
                  dark
                      ? com.microsoft.playwright.options.ColorScheme.DARK
                      : com.microsoft.playwright.options.ColorScheme.LIGHT));
      for (String path :
          List.of(
              "/letters",
              "/letters?view=person",
              "/letters?view=sent",
              "/letters/" + letter,
              "/letters/" + letter + "/edit",
              "/letters/" + html,
              "/letters/999999",
              "/letters?q=nothing-has-this-word",
              "/groups/calais",
              "/staff",
              "/account",
              "/nothing-here")) {
        page.navigate(desk.at(path).toString());
        AxeBuilder axe = new AxeBuilder(page);
        assertThat(faults(dark ? axe.withRules(COLOURS) : axe))
            .as(path + (dark ? " dark" : ""))
            .isEmpty();
      }
    }
    page.navigate(desk.at("/letters/" + letter).toString());
    page.keyboard().press("?");
    assertThat(faults(new AxeBuilder(page))).as("dialog").isEmpty();
    try (BrowserContext fresh = browser.window(320, 600)) {
      Page door = fresh.newPage();
      door.navigate(desk.at("/login").toString());
      assertThat(faults(new AxeBuilder(door))).as("/login").isEmpty();
    }
    desk.notices.clear();
  }

  /// A dark page has the same elements as a light one in other colours.
  private static final List<String> COLOURS = List.of("color-contrast", "link-in-text-block");

  private static final String FORMATTED = "01-html-only.eml";

  private static List<String> faults(AxeBuilder axe) {
    return axe.analyze().getViolations().stream()
        .map(rule -> rule.getId() + " " + rule.getNodes().getFirst().getHtml())
        .toList();
  }

  @Test
  void nothingIsCutOffOnANarrowScreen() {
    long letter = desk.calais("A Very Long Name That Goes On <" + "x".repeat(60) + "@example.net>");
    try (BrowserContext narrow = browser.window(320, 640)) {
      Page phone = DeskBrowser.signedIn(narrow, desk, ann);
      for (String path :
          List.of("/letters", "/letters/" + letter, "/letters/" + letter + "/edit")) {
        phone.navigate(desk.at(path).toString());
        Object wide = phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth");
        assertThat(wide).as(path).isEqualTo(true);
      }
    }
  }
}
