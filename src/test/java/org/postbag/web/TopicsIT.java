package org.postbag.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postbag.catalog.TopicId;
import org.postbag.upkeep.figures.FigureFollower;

/// Topics, standard replies and figures at the desk, in a real browser.
class TopicsIT {
  private static final Path PICTURES = Path.of("target/screenshots");

  private static final Page.GetByLabelOptions EXACT = new Page.GetByLabelOptions().setExact(true);

  private static TestDesk desk;
  private static DeskBrowser browser;
  private static StaffMember tess;
  private BrowserContext window;
  private Page page;

  @BeforeAll
  static void start() throws Exception {
    Files.createDirectories(PICTURES);
    desk = TestDesk.start(Duration.ofMinutes(2));
    browser = new DeskBrowser();
    tess = desk.member("tess", Role.TUNER);
    for (int i = 0; i < 6; i++) {
      desk.calais("Writer " + i + " <writer" + i + "@example.org>");
      desk.receive(
          "Parker " + i + " <parker" + i + "@example.org>",
          "Hospital car park",
          "The car park at the hospital costs four pounds an hour. Parking charges hurt patients. "
              + i);
    }
    new FigureFollower(desk.database, ZoneId.of("Europe/London")).follow();
    desk.awaitIndex();
  }

  @AfterAll
  static void stop() {
    browser.close();
    desk.close();
  }

  @BeforeEach
  void signIn() {
    window = browser.window(1280, 800);
    page = DeskBrowser.signedIn(window, desk, tess);
  }

  @AfterEach
  void close() {
    window.close();
  }

  private void open(String path) {
    page.navigate(desk.at(path).toString());
  }

  private void picture(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
  }

  private void isAccessible(String what) {
    assertThat(new AxeBuilder(page).analyze().getViolations().stream().map(Object::toString))
        .as(what)
        .isEmpty();
  }

  @Test
  void aNewTopicWithItsReplyIsMadeWithoutReadingAFile() throws Exception {
    open("/topics");
    page.getByText("New topic").click();
    page.getByLabel("Title").fill("Hospital parking");
    page.getByLabel("New word", EXACT).fill("parking");
    page.getByLabel("New word", EXACT).last().fill("car park");
    page.getByLabel("Weight of the new word").first().fill("3");
    assertThat(page.locator("#preview"))
        .containsText("6", new LocatorAssertions.ContainsTextOptions().setTimeout(3000));
    assertThat(page.locator("#preview")).containsText("Hospital car park");
    picture("topic-new");
    page.getByLabel("The new reply")
        .fill(
            """
            {{salutation}},

            Thank you for writing about parking at the hospital.

            {{signature}}\
            """);
    page.getByText("Create the topic").click();
    page.waitForURL("**/topics/hospital-parking?saved=true");
    assertThat(desk.config.resolve("topics/hospital-parking.yaml"))
        .content()
        .startsWith("title: Hospital parking\nreply: hospital-parking\nkeywords:\n");
    assertThat(desk.config.resolve("replies/hospital-parking.md")).content().contains("parking at");
    isAccessible("a new topic");
    long letter =
        desk.receive("Pia <pia@example.org>", "Parking", "The car park at the hospital. Parking!");
    assertThat(desk.item(letter).topic()).contains(new TopicId("hospital-parking"));
  }

  @Test
  void aChangeIsShownWithinASecondAndSavedWithItsComments() throws Exception {
    Path file = desk.config.resolve("topics/calais.yaml");
    String before = Files.readString(file);
    open("/topics/calais");
    picture("topic");
    isAccessible("a topic");
    page.getByLabel("Weight of tunnel", EXACT).fill("4");
    assertThat(page.locator("#preview .difference"))
        .containsText("4", new LocatorAssertions.ContainsTextOptions().setTimeout(10_000));
    picture("topic-tuned");
    isAccessible("a tuned topic");
    page.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
    page.waitForURL("**/topics/calais?saved=true");
    assertThat(file).content().isEqualTo(before.replace("  - tunnel: 3\n", "  - tunnel: 4\n"));
    page.locator(".history summary").click();
    page.locator(".history a").last().click();
    assertThat(page.locator(".difference")).containsText("3");
    picture("topic-version");
    isAccessible("a version");
    page.getByText("Put this version back").click();
    page.waitForURL("**/topics/calais?saved=true");
    assertThat(file).hasContent(before);
  }

  @Test
  void aFileThatWasChangedElsewhereIsAConflictThatKeepsWhatWasTyped() throws Exception {
    Path file = desk.config.resolve("topics/local-buses.yaml");
    open("/topics/local-buses");
    page.getByLabel("Title").fill("Buses");
    Files.writeString(file, Files.readString(file) + "# by an editor\n");
    page.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.getByRole(com.microsoft.playwright.options.AriaRole.ALERT).first())
        .containsText("changed elsewhere");
    assertThat(page.getByLabel("Title")).hasValue("Buses");
    picture("topic-conflict");
    page.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
    page.waitForURL("**/topics/local-buses?saved=true");
    assertThat(file).content().contains("title: Buses").contains("# by an editor");
  }

  @Test
  void aReplyIsShownAsItIsSentWhileItIsWritten() throws Exception {
    open("/replies/calais");
    String text = page.getByLabel("The letter", EXACT).inputValue();
    page.getByLabel("The letter", EXACT).fill(text.replace("Nobody who saw", "**Nobody** who saw"));
    page.getByLabel("Good until").fill("2028-01-31");
    assertThat(page.locator("#sample .paper strong").first())
        .hasText("Nobody", new LocatorAssertions.HasTextOptions().setTimeout(2000));
    assertThat(page.locator("#sample")).containsText("Dear Ms Lee");
    picture("reply");
    isAccessible("a reply");
    page.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
    page.waitForURL("**/replies/calais?saved=true");
    assertThat(desk.config.resolve("replies/calais.md"))
        .content()
        .contains("expires: 2028-01-31", "**Nobody** who saw", "# THIS IS A SAMPLE.");
    page.getByLabel("The letter", EXACT).fill("{{nobody}}");
    assertThat(page.locator("#sample [role=alert]")).containsText("unknown placeholder");
  }

  @Test
  void whoMayNotTuneSeesTheTopicAndCannotChangeIt() {
    try (BrowserContext other = browser.window(1280, 800)) {
      Page reading = DeskBrowser.signedIn(other, desk, desk.member("appy", Role.APPROVER));
      reading.navigate(desk.at("/topics/calais").toString());
      assertThat(reading.getByLabel("Title")).not().isEditable();
      assertThat(reading.locator(".page .bar")).hasCount(0);
      Object status =
          reading.evaluate(
              "() => fetch('/topics/calais', {method: 'POST', headers: {'Content-Type':"
                  + " 'application/x-www-form-urlencoded'}, body: '_csrf=' +"
                  + " document.querySelector('[name=_csrf]').value}).then((r) => r.status)");
      assertThat(status).isEqualTo(403);
    }
  }

  @Test
  void figuresAreShownAsChartTableAndCsv() {
    open("/figures");
    assertThat(page.locator(".tiles")).containsText("Letters came");
    assertThat(page.locator(".bar-chart rect")).hasCount(30);
    assertThat(page.locator("main")).containsText("Calais and border security");
    picture("figures");
    isAccessible("figures");
    var download = page.waitForDownload(() -> page.getByText("Save as CSV").click());
    assertThat(download.path()).content().startsWith("day,topic,title,letter,");
    open("/figures/week");
    assertThat(page.locator("main")).containsText("letters came");
    picture("figures-week");
    isAccessible("this week's post");
    page.emulateMedia(
        new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
    picture("figures-week-print");
  }

  @Test
  void everyPageHoldsOnAPhoneAndInTheDark() {
    for (String path :
        List.of("/topics", "/topics/calais", "/topics/new", "/replies/calais", "/figures")) {
      String name = path.substring(1).replace('/', '-');
      try (BrowserContext phone =
          browser.window(
              new Browser.NewContextOptions()
                  .setViewportSize(390, 844)
                  .setColorScheme(ColorScheme.DARK))) {
        page = DeskBrowser.signedIn(phone, desk, tess);
        open(path);
        picture(name + "-phone");
        isAccessible(path + " on a phone");
        assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
            .as(path)
            .isLessThanOrEqualTo(390);
      }
      try (BrowserContext dark =
          browser.window(
              new Browser.NewContextOptions()
                  .setViewportSize(1280, 800)
                  .setColorScheme(ColorScheme.DARK))) {
        page = DeskBrowser.signedIn(dark, desk, tess);
        open(path);
        picture(name + "-dark");
        isAccessible(path + " in the dark");
      }
    }
  }
}
