package org.postbag.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What happens elsewhere comes to open pages by itself, in a real browser.
class LiveIT {
  private static final LocatorAssertions.ContainsTextOptions WITHIN_A_SECOND =
      new LocatorAssertions.ContainsTextOptions().setTimeout(1000);

  private static final LocatorAssertions.ContainsTextOptions SOON =
      new LocatorAssertions.ContainsTextOptions().setTimeout(10_000);

  private static TestDesk desk;
  private static DeskBrowser browser;
  private static StaffMember ann;

  @BeforeAll
  static void start() {
    desk = TestDesk.start(Duration.ofMinutes(2));
    browser = new DeskBrowser();
    ann = desk.member("ann", Role.ADMIN);
  }

  @AfterAll
  static void stop() {
    browser.close();
    desk.close();
  }

  /// The list of letters that wait, open in a window.
  private static Page list(BrowserContext window) {
    Page page = DeskBrowser.signedIn(window, desk, ann);
    page.navigate(desk.at("/letters").toString());
    return page;
  }

  /// The page has heard the first state.
  private static void awaitLive(Page page) {
    page.waitForFunction("() => document.documentElement.dataset.live === 'on'");
  }

  @Test
  void aNewLetterIsOnTheListWithinASecond() {
    try (BrowserContext window = browser.window(1280, 860)) {
      Page page = list(window);
      awaitLive(page);
      desk.calais("Lena Live <lena@example.org>");
      assertThat(page.locator("#rows")).containsText("Lena Live", WITHIN_A_SECOND);
    }
  }

  @Test
  void twoTabsShareOneConnectionAndBothHear() {
    try (BrowserContext window = browser.window(1280, 860)) {
      List<String> connections = new CopyOnWriteArrayList<>();
      window.onRequest(request -> {
        if (request.url().endsWith("/live")) {
          connections.add(request.url());
        }
      });
      Page one = list(window);
      awaitLive(one);
      connections.clear(); // the page before this one had one too
      Page two = window.newPage();
      two.navigate(desk.at("/letters").toString());
      awaitLive(two);
      desk.calais("Tom Tab <tom@example.org>");
      assertThat(one.locator("#rows")).containsText("Tom Tab", SOON);
      assertThat(two.locator("#rows")).containsText("Tom Tab", SOON);
      assertThat(connections).isEmpty();
      one.close();
      two.waitForCondition(() -> connections.size() == 1);
      awaitLive(two);
      desk.calais("Una Alone <una@example.org>");
      assertThat(two.locator("#rows"))
          .containsText("Una Alone", new LocatorAssertions.ContainsTextOptions().setTimeout(5000));
    }
  }

  @Test
  void theListsUnderThePointerOrTheFocusStayWhileTheirCountsChange() {
    try (BrowserContext window = browser.window(1280, 860)) {
      desk.calais("Nia Now <nia@example.org>");
      Page page = list(window);
      awaitLive(page);
      page.locator("#navigation a").nth(2).focus();
      page.evaluate("() => document.activeElement.dataset.mark = 'here'");
      long before =
          Long.parseLong(
              page.locator("#navigation [data-count=waiting]").first().textContent().strip());
      desk.calais("Pia Push <pia@example.org>");
      desk.receive(
          "Olga Other <olga@example.org>", "Buses", "The 47 bus has been cut to one an hour.");
      assertThat(page.locator("#navigation [data-count=waiting]").first())
          .hasText(
              Long.toString(before + 2), new LocatorAssertions.HasTextOptions().setTimeout(1000));
      assertThat((Boolean) page.evaluate("() => document.activeElement.dataset.mark === 'here'"))
          .isTrue();
    }
  }

  @Test
  void nothingIsAskedForWhileNothingHappens() {
    try (BrowserContext window = browser.window(1280, 860)) {
      Page page = list(window);
      awaitLive(page);
      List<String> asked = new CopyOnWriteArrayList<>();
      page.onRequest(request -> asked.add(request.url()));
      page.waitForTimeout(7000);
      assertThat(asked).isEmpty();
    }
  }

  @Test
  void aNoticeComesByItself() {
    try (BrowserContext window = browser.window(1280, 860)) {
      Page page = list(window);
      awaitLive(page);
      desk.notices.add(new Notice(Notice.Level.WARNING, "The mailbox is slow.", "Wait a little."));
      assertThat(page.locator("#notices"))
          .containsText(
              "The mailbox is slow.", new LocatorAssertions.ContainsTextOptions().setTimeout(8000));
    }
  }
}
