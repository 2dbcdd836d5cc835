package org.postbag.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postbag.ledger.State;
import org.postbag.reply.WarningKind;
import org.postbag.review.QueueItem;
import org.postbag.review.handling.Holders;
import org.postbag.review.handling.Notes;

/// A letter beside its reply, and what can be done with it, in a real browser.
class LetterPageIT {
  private static final String PICTURES = System.getProperty("postbag.pictures", "");
  private static TestDesk desk;
  private static DeskBrowser browser;
  private static StaffMember ann;
  private static StaffMember ben;
  private BrowserContext window;
  private Page page;

  @BeforeAll
  static void start() {
    desk = TestDesk.ofConstituency();
    browser = new DeskBrowser();
    ann = desk.member("ann", Role.APPROVER);
    ben = desk.member("ben", Role.APPROVER);
  }

  @AfterAll
  static void stop() {
    browser.close();
    desk.close();
  }

  @BeforeEach
  void signIn() {
    window = browser.window(1280, 800);
    page = DeskBrowser.signedIn(window, desk, ann);
  }

  @AfterEach
  void close() {
    window.close();
  }

  private static long wedding(String name) {
    return desk.receive(
        name + " <" + name.replace(' ', '.') + "@example.net>",
        "Golden wedding",
        "Dear Ms Roe,\n\nMy parents have been married for fifty years on Friday. Would you write"
            + " to them?\n\nYours\n"
            + name
            + "\n4 Mill Lane, DN1 2AB");
  }

  private static QueueItem item(long letter) {
    return desk.item(letter);
  }

  private static String text(long letter) {
    return item(letter).reply().orElseThrow().text();
  }

  private void open(Page where, long letter) {
    where.navigate(desk.at("/letters/" + letter).toString());
    assertThat(where.locator("[data-letter]")).isVisible();
  }

  private static void picture(Page where, String name) {
    if (!PICTURES.isEmpty()) {
      where.screenshot(new Page.ScreenshotOptions().setPath(Path.of(PICTURES, name + ".png")));
    }
  }

  private static void isClean(Page where, String state) {
    assertThat(new AxeBuilder(where).analyze().getViolations()).as(state).isEmpty();
  }

  @Test
  void theReplysBeginningAndAllThatCanBeDoneStandAboveTheFold() {
    long letter =
        desk.receive(
            "Rhys Evans <rhys@example.net>\nReply-To: rhys@elsewhere.example",
            "Calais",
            "Dear Ms Roe,\n\nthe scenes at Calais and the Channel Tunnel are shocking. What is"
                + " being done about border security and the lorry drivers? I was there last week"
                + " and saw the queues with my own eyes.\n\nRhys Evans\n14 Mill Lane, DN1 2AB\n\n--"
                + " \nSent from my phone");
    desk.warn(letter, WarningKind.NOT_A_CONSTITUENT, WarningKind.REPLY_ELSEWHERE);
    open(page, letter);
    picture(page, "letter-warnings");
    for (String seen :
        new String[] {
          ".reply .body p >> nth=1",
          "#approve",
          "[data-key=e]",
          "[data-key=t]",
          "[data-key=r]",
          "[data-key=n]",
          "[popovertarget=more]"
        }) {
      var box = page.locator(seen).first().boundingBox();
      assertThat(box.y + box.height).as(seen).isLessThanOrEqualTo(800);
    }
    isClean(page, "letter with warnings");
  }

  @Test
  void aLetterWithoutATopicIsAnsweredInOnesOwnWords() {
    long letter = wedding("Wanda Writer");
    open(page, letter);
    picture(page, "letter-no-topic");
    page.keyboard().press("r");
    Locator words = page.locator("#reply-text");
    assertThat(words).isFocused();
    assertThat(words).hasValue(Pattern.compile("Dear .*Jane Roe MP", Pattern.DOTALL));
    page.locator("#reply-subject").fill("Congratulations");
    words.fill("Dear Wanda Writer,\n\nI am **delighted**.\n\nJane Roe MP");
    assertThat(page.locator(".kept-at")).containsText("Kept at");
    assertThat(page.locator("#progress ins").first()).isVisible();
    picture(page, "letter-writing");
    isClean(page, "writing");
    page.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.locator(".reply .body strong")).hasText("delighted");
    assertThat(page.locator(".kept")).hasCount(0);
    assertThat(text(letter)).contains("I am **delighted**.");
    tickAll();
    page.keyboard().press("a");
    Awaitility.await().until(() -> item(letter).state() == State.APPROVED);
    assertThat(page.locator(".toast")).containsText("Wanda Writer");
  }

  private void tickAll() {
    for (Locator box : page.locator("#approval [type=checkbox]").all()) {
      box.check();
    }
    page.locator("#main h2").focus();
  }

  @Test
  void whatIsBeingWrittenSurvivesEscapeAndTheEndOfThePage() {
    long letter = wedding("Eve Escape");
    open(page, letter);
    page.keyboard().press("r");
    page.locator("#reply-text").fill("Dear Eve, half a sen");
    page.keyboard().press("Escape");
    assertThat(page.locator(".kept")).containsText("a reply of your own");
    assertThat(page.locator("#writing")).hasCount(0);
    picture(page, "letter-kept");

    page.keyboard().press("c");
    assertThat(page.locator("#reply-text")).hasValue("Dear Eve, half a sen");
    page.locator("#reply-text").fill("Dear Eve, half a sentence");
    assertThat(page.locator(".kept-at")).containsText("Kept at");
    page.close();
    page = DeskBrowser.signedIn(window, desk, ann);
    open(page, letter);
    page.keyboard().press("c");
    assertThat(page.locator("#reply-text")).hasValue("Dear Eve, half a sentence");
    page.getByText("Throw it away").click();
    assertThat(page.locator(".kept")).hasCount(0);
    assertThat(item(letter).version()).isEqualTo(1);
  }

  @Test
  void whoWritesOnAnOlderDraftLosesNothingAndChangesNothing() {
    long letter = desk.calais("Stella Stale <stella@example.net>");
    open(page, letter);
    page.keyboard().press("e");
    assertThat(page.locator("#reply-text")).isFocused();
    desk.decisions.edit(
        new org.postbag.review.DraftVersion(letter, 1),
        "Re: Calais",
        "Ben’s words",
        new org.postbag.ledger.Actor("ben"));
    page.locator("#reply-text").fill("Ann’s words");
    page.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.locator("#main [role=alert]")).containsText("ben changed this letter");
    assertThat(text(letter)).isEqualTo("Ben’s words");
    assertThat(page.locator(".kept")).containsText("changes to the reply");
    page.keyboard().press("c");
    assertThat(page.locator("#reply-text")).hasValue("Ann’s words");
    assertThat(page.locator(".editor .notice")).containsText("Somebody changed the draft");
    assertThat(page.locator("#progress del").first()).containsText("Ben’s");
  }

  @Test
  void aStandardReplyIsPickedByAFewLetters() {
    long letter = wedding("Pia Picker");
    open(page, letter);
    page.keyboard().press("t");
    assertThat(page.locator("#topics-words")).isFocused();
    picture(page, "letter-topics");
    isClean(page, "choosing");
    page.keyboard().type("local bus");
    assertThat(page.locator("#topics form button:visible")).hasCount(2);
    page.locator("#topics form[action$=pick] button:visible").click();
    assertThat(page.locator(".edition")).containsText("picked by hand");
    assertThat(item(letter).reply().orElseThrow().replyName()).contains("local-buses");

    page.keyboard().press("t");
    page.keyboard().press("1");
    assertThat(page.locator(".edition")).not().containsText("picked by hand");
    assertThat(item(letter).reply().orElseThrow().byHand()).isFalse();
  }

  @Test
  void aLetterIsPutOffWithTwoKeysAndTakenBackWithOne() {
    long letter = desk.calais("Zoe Later <zoe@example.net>");
    open(page, letter);
    page.keyboard().press("z");
    assertThat(page.locator("#off")).isVisible();
    page.keyboard().press("2");
    assertThat(page.locator(".toast")).containsText("Put off: the letter of Zoe Later");
    assertThat(item(letter).state()).isEqualTo(State.SNOOZED);
    page.keyboard().press("u");
    Awaitility.await().until(() -> item(letter).state() == State.WAITING);
  }

  @Test
  void colleaguesSeeNotesHandsAndWhoReads() {
    long letter = desk.calais("Nora Noted <nora@example.net>");
    open(page, letter);
    page.locator(".notes summary").click();
    page.locator("#note").fill("Rang her: all is well.");
    page.getByText("Add the note").click();
    assertThat(page.locator(".notes .history")).containsText("Rang her: all is well.");
    page.keyboard().press("m");
    assertThat(page.locator(".from").first()).containsText("yours");
    try (BrowserContext other = browser.window(1280, 800)) {
      Page colleague = DeskBrowser.signedIn(other, desk, ben);
      open(colleague, letter);
      assertThat(colleague.locator("#present")).containsText("ann is reading this too");
      assertThat(colleague.locator(".from").first()).containsText("ann has it");
      assertThat(colleague.locator(".notes")).containsText("Rang her");
      picture(colleague, "letter-colleague");
    }
    page.getByText("In your hand").first().click();
    assertThat(page.locator("h1")).containsText("in your hand");
    assertThat(page.locator(".chosen")).containsText("Nora Noted");
    assertThat(desk.bean(Notes.class).of(letter)).hasSize(1);
    assertThat(desk.bean(Holders.class).of(letter)).contains("ann");
  }

  @Test
  void aLetterIsForwardedOnlyWithItsWarningTickedOff() {
    long letter = wedding("Fay Forward");
    open(page, letter);
    page.keyboard().press("f");
    page.locator("#forward-to").fill("mayor@town.example");
    page.locator("#reply-text").fill("Dear Mayor,\n\nThis one is for you.\n\nJane Roe MP");
    page.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.locator(".reply .to")).containsText("mayor@town.example");
    assertThat(page.locator("#approval")).containsText("go to mayor@town.example");
    picture(page, "letter-forward");
    page.keyboard().press("a");
    assertThat(item(letter).state()).isEqualTo(State.WAITING);
    tickAll();
    page.keyboard().press("a");
    Awaitility.await().until(() -> item(letter).state() == State.APPROVED);
  }

  @Test
  void attachedPicturesAreShownAndNothingOfTheirsIs() throws IOException {
    long letter = desk.receive(withPicture());
    open(page, letter);
    page.locator(".attachments a").first().click();
    Locator shown = page.locator(".attached img");
    Awaitility.await()
        .until(() -> (boolean) shown.evaluate("e => e.complete && e.naturalWidth > 0"));
    assertThat((int) shown.evaluate("e => e.naturalWidth")).isEqualTo(200);
    picture(page, "letter-attached");
    byte[] sent = page.request().get(desk.at(shown.getAttribute("src")).toString()).body();
    assertThat(new String(sent, StandardCharsets.ISO_8859_1)).doesNotContain("<script>");
    isClean(page, "attachment");
  }

  /// A picture with a comment behind its end.
  private static byte[] withPicture() throws IOException {
    BufferedImage image = new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.ORANGE);
    pen.fillOval(10, 10, 180, 80);
    pen.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    out.writeBytes("<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII));
    String letter =
        """
        From: Pat Picture <pat@example.net>
        To: office@example.org
        Subject: The outfall
        Message-ID: <outfall@example.net>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: text/plain

        Please see the photograph of the outfall at the beach.
        --b
        Content-Type: image/png; name="outfall.png"
        Content-Disposition: attachment; filename="outfall.png"
        Content-Transfer-Encoding: base64

        %s
        --b--
        """
            .formatted(Base64.getMimeEncoder().encodeToString(out.toByteArray()));
    return letter.replaceAll("\r?\n", "\r\n").getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void onAPhoneTheLetterComesFirstAndEverythingCanBeReached() {
    long letter = desk.calais("Phoebe Phone <phoebe@example.net>");
    try (BrowserContext small = browser.window(390, 844)) {
      Page phone = DeskBrowser.signedIn(small, desk, ann);
      open(phone, letter);
      picture(phone, "letter-phone");
      isClean(phone, "phone");
      phone.locator("[popovertarget=more]").last().click();
      assertThat(phone.locator("#more")).isVisible();
      int wide = (int) phone.evaluate("document.documentElement.scrollWidth");
      assertThat(wide).isLessThanOrEqualTo(390);
    }
  }

  @Test
  void lettersChosenInAListAreDecidedTogetherOnceThoseThatWereDrawnAreRead() {
    long one = desk.calais("Sel One <one@select.example>");
    long two = desk.calais("Sel Two <two@select.example>");
    page.navigate(desk.at("/letters/" + one + "?view=waiting").toString());
    page.keyboard().press("x");
    page.locator("#rows a[data-row='" + two + "']")
        .click(
            new Locator.ClickOptions()
                .setModifiers(
                    java.util.List.of(com.microsoft.playwright.options.KeyboardModifier.SHIFT)));
    assertThat(page.locator("#chosen")).containsText("2 letters chosen");
    picture(page, "letter-chosen");
    page.getByText("Decide on them together").click();
    assertThat(page.locator("h1")).containsText("2 letters that you chose");
    isClean(page, "selection");
    picture(page, "selection");
    page.locator(".bar button.primary").click();
    assertThat(page.locator(".alert")).containsText("Read these first");
    assertThat(item(two).state()).isEqualTo(State.WAITING);
    for (long letter : new long[] {one, two}) {
      open(page, letter);
    }
    page.navigate(desk.at("/selection?letter=" + one + "&letter=" + two).toString());
    page.locator(".bar button.primary").click();
    assertThat(page.locator(".alert")).containsText("2 letters were approved");
    assertThat(item(one).state()).isEqualTo(State.APPROVED);
    assertThat(item(two).state()).isEqualTo(State.APPROVED);
  }
}
