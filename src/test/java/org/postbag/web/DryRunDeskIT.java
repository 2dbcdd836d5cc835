package org.postbag.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postbag.ledger.Actor;
import org.postbag.ledger.State;

/// A dry run in a real browser: practice that leaves nothing behind, and its end.
class DryRunDeskIT {
  private final TestDesk desk = TestDesk.start(Duration.ofMinutes(1));
  private final DeskBrowser browser = new DeskBrowser();
  private final StaffMember ann = desk.member("ann", Role.APPROVER);
  private final StaffMember admin = desk.member("adam", Role.ADMIN);

  @AfterEach
  void stop() {
    browser.close();
    desk.close();
  }

  private void show(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")));
  }

  @Test
  void whatIsApprovedInADryRunWaitsAgainWhenAnAdministratorEndsIt() {
    desk.dryRun.begin(new Actor("adam"));
    long letter = desk.calais("lee@example.org");
    try (BrowserContext window = browser.window(1280, 860)) {
      Page page = DeskBrowser.signedIn(window, desk, ann);
      page.navigate(desk.at("/letters/" + letter).toString());
      assertThat(page.locator("#notices")).containsText("This is a dry run");
      assertThat(page.locator("#notices a")).hasCount(0);
      page.keyboard().press("a");
      assertThat(page.locator(".told, #told").first()).containsText("Nothing is sent in a dry run");
      assertThat(page.locator("[role=timer]")).hasCount(0);
      page.navigate(desk.at("/letters/" + letter).toString());
      assertThat(page.locator("[data-letter]")).containsText("Approved in practice by ann");
      show(page, "dry-run-letter");
    }
    assertThat(desk.item(letter).state()).isEqualTo(State.PRACTISED);

    try (BrowserContext window = browser.window(390, 844)) {
      Page page = DeskBrowser.signedIn(window, desk, admin);
      page.navigate(desk.at("/dry-run").toString());
      assertThat(page.locator("main")).containsText("1 reply approved in practice");
      assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
      show(page, "dry-run-phone");
      page.getByText("End the dry run", new Page.GetByTextOptions().setExact(true)).click();
      assertThat(page.locator("main")).containsText("Begin a dry run");
      page.navigate(desk.at("/letters/" + letter).toString());
      assertThat(page.locator("[data-letter]")).containsText("Approved in practice by ann");
    }
    assertThat(desk.item(letter).state()).isEqualTo(State.WAITING);
    assertThat(desk.dryRun.isOn()).isFalse();
  }
}
