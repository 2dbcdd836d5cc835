package org.postbag.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postbag.ledger.State;
import org.postbag.reply.WarningKind;

/// Nobody approves at the desk what they have not seen: in a real browser, with and without
/// JavaScript.
class DeskWarningsIT {
  private static final String PICTURES = System.getProperty("postbag.pictures", "");
  private static TestDesk desk;
  private static DeskBrowser browser;
  private static StaffMember ann;
  private BrowserContext window;
  private Page page;

  @BeforeAll
  static void start() {
    desk = TestDesk.ofConstituency();
    browser = new DeskBrowser();
    ann = desk.member("ann", Role.APPROVER);
  }

  @AfterAll
  static void stop() {
    browser.close();
    desk.close();
  }

  @BeforeEach
  void signIn() {
    window = browser.window(1440, 900);
    page = DeskBrowser.signedIn(window, desk, ann);
  }

  @AfterEach
  void close() {
    window.close();
  }

  /// A shipped reply answers those from elsewhere, so that an office's own that does not is played.
  private static long diverted(String name) {
    long letter =
        desk.receive(
            named(name) + "\nReply-To: " + name.replace(' ', '.') + "@stranger.example",
            "Calais",
            "Dear Ms Roe, the scenes at Calais and the Channel Tunnel are shocking. What is being"
                + " done about border security and the lorry drivers? I hope that you will speak up"
                + " for the people who wait there in the cold.\n\n4 Mill Lane, S10 2AB");
    desk.warn(letter, WarningKind.NOT_A_CONSTITUENT, WarningKind.REPLY_ELSEWHERE);
    return letter;
  }

  private static String named(String name) {
    return name + " <" + name.replace(' ', '.') + "@example.net>";
  }

  private static long inNeed(String name) {
    return desk.receive(
        named(name) + "\nReply-To: " + name.replace(' ', '.') + "@stranger.example",
        "Calais",
        "Dear Ms Roe, the scenes at Calais and the Channel Tunnel are shocking, and border security"
            + " is a word that nobody believes in. But I write for another reason as well: my"
            + " landlord is evicting me and my two children on Friday.\n\n4 Mill Lane, S10 2AB");
  }

  private void open(Page where, long letter) {
    where.navigate(desk.at("/letters/" + letter).toString());
    assertThat(where.locator("[data-letter]")).isVisible();
  }

  private static void picture(Page where, String name) {
    if (!PICTURES.isEmpty()) {
      where.screenshot(
          new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(PICTURES, name + ".png")));
    }
  }

  @Test
  void theKeyDoesNothingUntilEachWarningIsTickedOffByAKeyOfItsOwn() {
    long letter = diverted("Dee Verted");
    assertThat(desk.item(letter).warnings()).hasSize(2);
    open(page, letter);
    picture(page, "waiting-wide");
    assertThat(page.locator("#approve"))
        .containsText("Approve: not a constituent, reply goes elsewhere");

    page.keyboard().press("a");
    page.keyboard().press("1");
    page.keyboard().press("a");
    assertThat(page.locator("#approval [type=checkbox]:checked")).hasCount(1);
    assertThat(desk.item(letter).state()).isEqualTo(State.WAITING);
    assertThat(page.locator("[data-letter='" + letter + "']")).isVisible();

    page.keyboard().press("2");
    page.keyboard().press("a");
    Awaitility.await().until(() -> desk.item(letter).state() == State.APPROVED);
    assertThat(desk.queue.approvalOf(letter).orElseThrow().warnings()).hasSize(2);
  }

  @Test
  void aClickTicksOffAndTheKeyWorksAfterwards() {
    long letter = diverted("Clara Click");
    open(page, letter);
    page.locator("#approve").click();
    page.locator("#approval label").first().click();
    page.locator("#approval label").last().click();
    page.keyboard().press("a");
    Awaitility.await().until(() -> desk.item(letter).state() == State.APPROVED);
  }

  @Test
  void theWordsOfTheLetterStandBesideTheWarning() {
    long letter = inNeed("Ina Need");
    open(page, letter);
    picture(page, "needs-person-wide");
    assertThat(page.locator("#approval q")).containsText("my landlord is evicting");
    assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
  }

  @Test
  void withoutJavaScriptTheBrowserAsksForTheBoxes() {
    long letter = diverted("Noscript Neil");
    try (BrowserContext plain =
        browser.window(
            new Browser.NewContextOptions()
                .setJavaScriptEnabled(false)
                .setViewportSize(1280, 860))) {
      Page still = DeskBrowser.signedInByClick(plain, desk, ann);
      open(still, letter);
      still.locator("#approve").click();
      assertThat(desk.item(letter).state()).isEqualTo(State.WAITING);
      still.locator("#approval [type=checkbox]").first().check();
      still.locator("#approval [type=checkbox]").last().check();
      still.locator("#approve").click();
      still.waitForURL("**done=*");
    }
    assertThat(desk.item(letter).state()).isEqualTo(State.APPROVED);
  }

  @Test
  void whatAPageLeavesOutTheServerAsksFor() {
    long letter = diverted("Forged Form");
    open(page, letter);
    page.evaluate("document.querySelectorAll('#approval fieldset').forEach(f => f.remove())");
    page.keyboard().press("a");
    assertThat(page.locator("#main [role=alert]")).containsText("Please see first");
    assertThat(desk.item(letter).state()).isEqualTo(State.WAITING);
  }

  @Test
  void aReplyForLaterAsksForTheSame() {
    long letter = diverted("Later Lena");
    open(page, letter);
    page.keyboard().press(".");
    page.getByText("Send it later").click();
    page.locator(".later input[name=notBefore]").fill("2027-01-04T09:00");
    page.locator(".later button").click();
    assertThat(desk.item(letter).state()).isEqualTo(State.WAITING);
    page.locator(".later input[type=checkbox]").first().check();
    page.locator(".later input[type=checkbox]").last().check();
    page.locator(".later input[name=notBefore]").evaluate("(e, t) => e.value = t", inADay());
    page.locator(".later button").click();
    Awaitility.await().until(() -> desk.item(letter).state() == State.APPROVED);
  }

  private static String inADay() {
    return java.time.LocalDateTime.now(java.time.ZoneId.of("Europe/London"))
        .plusDays(1)
        .toString()
        .substring(0, 16);
  }

  @Test
  void whereNoTopicIsLikelyEnoughThereIsNoReplyButTheLikeliestTopicsToChooseFrom() {
    long letter =
        desk.receive(
            "Thea Threat <t@example.net>", "You", "I know where you live, and I shall come by.");
    assertThat(desk.item(letter).reply()).isEmpty();
    open(page, letter);
    picture(page, "no-topic-wide");
    assertThat(page.locator(".reply")).hasCount(0);
    assertThat(page.locator("#approve")).hasCount(0);
    Locator likely = page.locator(".likeliest button");
    assertThat(likely.count()).isBetween(1, 3);
    assertThat(page.locator("#topics [aria-current]")).hasCount(0);

    page.keyboard().press("a");
    assertThat(desk.item(letter).state()).isEqualTo(State.NEEDS_PERSON);
    page.keyboard().press("1");
    Awaitility.await().until(() -> desk.item(letter).reply().isPresent());
    assertThat(page.locator("#approval")).containsText("may hold a threat");
  }

  @Test
  void onAPhoneTheWarningsStandAboveTheButton() {
    long letter = inNeed("Phil Phone");
    try (BrowserContext narrow = browser.window(390, 844)) {
      Page phone = DeskBrowser.signedIn(narrow, desk, ann);
      open(phone, letter);
      picture(phone, "needs-person-phone");
      assertThat(phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
          .isEqualTo(true);
      assertThat(phone.locator("#approval fieldset").boundingBox().y)
          .isLessThan(phone.locator("#approve").boundingBox().y);
    }
  }

  @Test
  void aGroupNamesWhatAllOfItSharesAndLeavesTheOthersOut() {
    long one = desk.receive(calais("g1"));
    long two = desk.receive(calais("g2"));
    long other = desk.receive(calais("g3"));
    desk.warn(one, WarningKind.REPLY_NEW);
    desk.warn(two, WarningKind.REPLY_NEW);
    desk.warn(other, WarningKind.REPLY_NEW, WarningKind.ATTACHMENT);
    page.navigate(
        desk.at("/groups/calais?campaign=" + desk.item(one).campaign().orElseThrow()).toString());
    picture(page, "group-wide");

    assertThat(page.locator("h1")).containsText("Approve 2 replies");
    assertThat(page.locator("main")).containsText("has an attachment");
    page.request().get(desk.at("/letters/" + one).toString());
    page.request().get(desk.at("/letters/" + two).toString());
    page.locator(".bar button.primary").click();
    assertThat(desk.item(one).state()).isEqualTo(State.WAITING);
    page.locator("fieldset input").check();
    page.locator(".bar button.primary").click();
    assertThat(page.locator("h1")).containsText("Approved: 2 replies");
    assertThat(desk.item(other).state()).isEqualTo(State.WAITING);
  }

  private static byte[] calais(String writer) {
    String letter =
        """
        From: %s <%s@example.net>
        To: office@example.org
        Subject: Calais cannot wait
        Content-Type: text/plain

        Dear Ms Roe, I ask you to speak up about Calais before the winter. The camps at the Channel
        Tunnel stand in water, the lorry drivers are afraid, and border security is a word that
        nobody there believes in. Please tell the minister that Calais cannot wait. DN1 2AB
        """
            .formatted(writer, writer);
    return letter.replace("\n", "\r\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }
}
