package org.postbag.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postbag.ledger.State;
import org.postbag.review.Filter;

/// Every page over the sample mailbox, as wide as a desk and as narrow as a phone: what each looks
/// like stands in `target/screenshots`, for a person's eyes.
class DeskPagesIT {
  private static final Path PICTURES = Path.of("target/screenshots");
  private static final Path SAMPLES = Path.of("src/main/resources/sample-mailbox");
  private static TestDesk desk;
  private static DeskBrowser browser;
  private static StaffMember ann;

  /// Which of axe's rules a look can break that another does not.
  enum Rules {
    ALL,
    /// The same elements in other colours.
    COLOURS,
    /// The same elements in colours that are not the page's own.
    NONE
  }

  /// What a page is looked at with.
  enum Look {
    WIDE(1280, 800, Rules.ALL),
    DARK(1280, 800, Rules.COLOURS),
    PHONE(390, 844, Rules.ALL),
    NARROW(320, 640, Rules.NONE),
    FORCED(1280, 800, Rules.NONE),
    PRINT(1280, 800, Rules.NONE);

    private final int width;
    private final int height;
    private final Rules rules;

    Look(int width, int height, Rules rules) {
      this.width = width;
      this.height = height;
      this.rules = rules;
    }
  }

  /// A page by the name that its pictures have.
  record Shown(String name, String path) {}

  @BeforeAll
  static void start() throws IOException {
    desk = TestDesk.start(Duration.ofMinutes(2));
    browser = new DeskBrowser();
    ann = desk.member("ann", Role.ADMIN);
    try (Stream<Path> letters = Files.walk(SAMPLES)) {
      letters
          .filter(file -> file.toString().endsWith(".eml"))
          .sorted()
          .forEach(file -> desk.receive(bytes(file)));
    }
    desk.calais("Her Excellency Wilhelmina Featherstonehaugh-Cholmondeley <w@example.net>");
    Files.createDirectories(PICTURES);
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterAll
  static void stop() {
    browser.close();
    desk.close();
  }

  private static List<Shown> pages() {
    long ready = desk.queue.page(Filter.in(State.WAITING, 1)).getFirst().letter();
    long mine = desk.queue.page(Filter.in(State.NEEDS_PERSON, 1)).getFirst().letter();
    List<Shown> pages = new ArrayList<>();
    pages.add(new Shown("morning", "/"));
    pages.add(new Shown("ready", "/letters?view=waiting"));
    pages.add(new Shown("person", "/letters?view=person"));
    pages.add(new Shown("empty", "/letters?view=sent"));
    pages.add(new Shown("search", "/letters?q=calais"));
    pages.add(new Shown("letter", "/letters/" + ready + "?view=waiting"));
    pages.add(new Shown("letter-person", "/letters/" + mine + "?view=person"));
    pages.add(new Shown("group", "/groups/calais"));
    desk.queue.campaigns(1).stream()
        .map(one -> "/groups/" + one.topic() + "?campaign=" + one.campaign())
        .forEach(path -> pages.add(new Shown("campaign", path)));
    pages.add(new Shown("staff", "/staff"));
    pages.add(new Shown("dry-run", "/dry-run"));
    pages.add(new Shown("account", "/account"));
    return pages;
  }

  private static void dress(Page page, Look look) {
    Page.EmulateMediaOptions media = new Page.EmulateMediaOptions();
    page.emulateMedia(
        switch (look) {
          case WIDE, PHONE, NARROW -> media.setColorScheme(ColorScheme.LIGHT);
          case DARK -> media.setColorScheme(ColorScheme.DARK);
          case FORCED -> media.setForcedColors(ForcedColors.ACTIVE);
          case PRINT -> media.setMedia(Media.PRINT);
        });
  }

  private static Page opened(BrowserContext window, Look look) {
    Page page = DeskBrowser.signedIn(window, desk, ann);
    dress(page, look);
    return page;
  }

  private static void picture(Page page, Shown shown, Look look) {
    String name = shown.name() + "-" + look.name().toLowerCase(java.util.Locale.ROOT) + ".png";
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(PICTURES.resolve(name))
            .setFullPage(look == Look.PRINT));
  }

  @ParameterizedTest
  @EnumSource
  void everyPageIsWholeAndFreeOfAccessibilityFaults(Look look) {
    List<String> faults = new ArrayList<>();
    try (BrowserContext window = browser.window(look.width, look.height)) {
      Page page = opened(window, look);
      for (Shown shown : pages()) {
        page.navigate(desk.at(shown.path()).toString());
        picture(page, shown, look);
        faults.addAll(faults(page, shown.name(), look.rules));
      }
    }
    assertThat(faults).isEmpty();
  }

  private static List<String> faults(Page page, String name, Rules rules) {
    List<String> faults = new ArrayList<>();
    violations(page, rules)
        .forEach(rule ->
            faults.add(name + ": " + rule.getId() + " " + rule.getNodes().getFirst().getHtml()));
    if (!(boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")) {
      faults.add(name + ": wider than the window");
    }
    return faults;
  }

  private static List<Rule> violations(Page page, Rules rules) {
    return switch (rules) {
      case ALL -> new AxeBuilder(page).analyze().getViolations();
      case COLOURS ->
          new AxeBuilder(page).withRules(List.of("color-contrast")).analyze().getViolations();
      case NONE -> List.of();
    };
  }

  /// Twelve rows of letters stand on a page of 1280 by 800 pixels without scrolling.
  @Test
  void aDeskShowsTwelveRowsAndMore() {
    try (BrowserContext window = browser.window(Look.WIDE.width, Look.WIDE.height)) {
      Page page = opened(window, Look.WIDE);
      for (String path : List.of("/letters?view=waiting", "/letters?view=person")) {
        page.navigate(desk.at(path).toString());
        Object seen =
            page.evaluate(
                "[...document.querySelectorAll('.row')].filter(r => r.getBoundingClientRect().bottom"
                    + " <= innerHeight).length");
        assertThat((int) seen).as(path).isGreaterThanOrEqualTo(12);
      }
    }
  }
}
