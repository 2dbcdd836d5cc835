package org.postbag.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Debian's Chromium, driven by Playwright without any download.
public final class DeskBrowser implements AutoCloseable {
  private final Playwright playwright =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private final Browser browser =
      playwright
          .chromium()
          .launch(
              new BrowserType.LaunchOptions()
                  .setExecutablePath(Path.of("/usr/bin/chromium"))
                  .setHeadless(true)
                  .setArgs(
                      List.of(
                          "--no-sandbox",
                          "--disable-gpu",
                          "--disable-quic",
                          "--no-first-run",
                          "--disable-background-networking",
                          "--disable-component-update",
                          "--disable-sync")));

  /// A browser window of its own, with its own cookies.
  public BrowserContext window(int width, int height) {
    return window(new Browser.NewContextOptions().setViewportSize(width, height));
  }

  BrowserContext window(Browser.NewContextOptions options) {
    return browser.newContext(options.setLocale("en-GB"));
  }

  /// A page on which somebody is signed in already.
  static Page signedIn(BrowserContext window, TestDesk desk, StaffMember member) {
    Page page = window.newPage();
    String path = desk.bean(OneTimeLinks.class).signInPath(member, java.time.Duration.ofMinutes(1));
    page.navigate(desk.at(path).toString());
    page.waitForURL(desk.at("/").toString());
    return page;
  }

  /// The same in a window without scripts, where the page of the link asks for a click.
  static Page signedInByClick(BrowserContext window, TestDesk desk, StaffMember member) {
    Page page = window.newPage();
    String path = desk.bean(OneTimeLinks.class).signInPath(member, java.time.Duration.ofMinutes(1));
    page.navigate(desk.at(path).toString());
    page.locator("#sign-in button").click();
    page.waitForURL(desk.at("/").toString());
    return page;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
