package org.postbag.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postbag.ledger.State;

/// Keys that each person can change, and the palette that finds everything.
class DeskKeysIT {
  private TestDesk desk;
  private DeskBrowser browser;
  private BrowserContext window;
  private Page page;

  @BeforeEach
  void start() {
    desk = TestDesk.start(Duration.ofMinutes(2));
    browser = new DeskBrowser();
    window = browser.window(1280, 800);
    page = DeskBrowser.signedIn(window, desk, desk.member("ann", Role.APPROVER));
  }

  @AfterEach
  void stop() {
    window.close();
    browser.close();
    desk.close();
  }

  @Test
  void thePaletteFindsAPageByItsNameAndGivesTheFocusBack() {
    page.keyboard().press("Control+k");
    assertThat(page.locator("#palette input")).isFocused();
    assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    page.keyboard().press("Escape");
    assertThat(page.locator("#palette")).isHidden();

    page.keyboard().press("Control+k");
    page.keyboard().type("needs");
    page.keyboard().press("Enter");
    page.waitForURL("**/letters?view=person");

    page.keyboard().press("Control+k");
    page.keyboard().type("hedgehogs");
    page.keyboard().press("Enter");
    page.waitForURL("**/letters?q=hedgehogs");
  }

  @Test
  void aKeyThatSomebodyChoseTakesThePlaceOfTheStandardOneAndTheFocusIsNotLost() {
    long first = desk.calais("First One <one@example.net>");
    desk.calais("Second One <two@example.net>");
    page.navigate(desk.at("/letters/" + first + "?view=waiting").toString());
    page.keyboard().press("?");
    page.locator("[data-remap=a]").fill("p");
    page.keyboard().press("Tab");
    page.locator("#keys form button.primary").click();
    assertThat(page.locator("#approve kbd")).hasText("p");

    page.keyboard().press("a");
    assertThat(desk.item(first).state()).isEqualTo(State.WAITING);
    page.keyboard().press("p");
    Awaitility.await().until(() -> desk.item(first).state() == State.APPROVED);
    assertThat(page.locator(".toast")).isVisible();
    assertThat((boolean) page.evaluate("document.activeElement !== document.body")).isTrue();
  }
}
