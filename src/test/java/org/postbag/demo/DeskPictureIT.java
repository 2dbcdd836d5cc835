package org.postbag.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postbag.ledger.Ledger;
import org.postbag.ledger.Totals;
import org.postbag.web.DeskBrowser;

/// The README's picture of the desk, and the proof that the desk still looks like it.
///
/// Pixels differ with the fonts of a machine, so they are not compared. Beside the picture stands a
/// record of what it was taken of: each visible element with its classes and its text, and the
/// digest of the stylesheet. The record also holds the digest of the picture, so that neither can
/// be exchanged alone. When a template, the stylesheet, a sample letter or a verdict of the matcher
/// changes what this page shows, the test fails until the picture is taken again.
class DeskPictureIT {
  private static final Path PICTURE = Path.of("docs/pictures/desk.png");
  private static final Path RECORD = Path.of("docs/pictures/desk.txt");
  private static final String TAKE = "postbag.picture";
  private static final String HOW =
      PICTURE
          + " no longer shows the desk as it is. Take it again, look at it, and commit it with its"
          + " record: mvn test-compile failsafe:integration-test failsafe:verify"
          + " -Dit.test=DeskPictureIT -D"
          + TAKE
          + "=take";

  private static final String OPENED = "calais/01-retired-magistrate.eml";
  private static final int LETTERS = 36;
  private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);

  /// The visible elements, two spaces a level. Only the letters' times differ between two runs: a
  /// clock, a day with a clock, or a day of last year (`Times`).
  private static final String OUTLINE =
      """
      () => {
        const lines = [];
        const line = (depth, text) => lines.push('  '.repeat(depth) + text);
        const timeless = text => text
            .replace(/\\s+/g, ' ').trim()
            .replace(/\\b\\d{1,2} [A-Z][a-z]{2} \\d{4}\\b/g, '(time)')
            .replace(/(yesterday |\\b\\d{1,2} [A-Z][a-z]{2} )?\\b\\d\\d:\\d\\d\\b/g, '(time)');
        const seen = node => node.checkVisibility() || getComputedStyle(node).display === 'contents';
        const walk = (node, depth) => {
          if (node.nodeType === Node.TEXT_NODE) {
            const text = timeless(node.data);
            if (text) line(depth, text);
          } else if (node.nodeType === Node.ELEMENT_NODE && seen(node)) {
            const classes = [...node.classList].filter(c => !c.startsWith('htmx-')).sort();
            const current = node.getAttribute('aria-current') === 'true' ? ' current' : '';
            line(depth, [node.localName, ...classes].join('.') + current);
            node.childNodes.forEach(child => walk(child, depth + 1));
          }
        };
        walk(document.body, 0);
        return lines.join('\\n') + '\\n';
      }
      """;

  @Test
  void thePictureInTheReadmeShowsTheDeskAsItIs() throws IOException {
    try (DemoFolder folder = DemoFolder.passing(Path.of("config"));
        Demo demo = Demo.start(folder, 0, InstantSource.system());
        DeskBrowser browser = new DeskBrowser();
        BrowserContext window = browser.window(1440, 900)) {
      Page page = morning(demo, window.newPage());
      String shown = shown(page);
      if (System.getProperty(TAKE, "").equals("take")) {
        take(page, shown);
      }
      assertThat(PICTURE).as(HOW).isRegularFile();
      assertThat(RECORD).as(HOW).content(UTF_8).isEqualTo(record(shown));
    }
  }

  /// The desk as it is found in the morning: letters have come, nothing is decided, and the oldest
  /// draft is open.
  private static Page morning(Demo demo, Page page) {
    demo.letArrive(letters(), Duration.ofSeconds(1));
    await().atMost(LONG_ENOUGH).until(() -> isReadAll(demo.door(Ledger.class).account()));
    page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
    page.navigate(demo.signInLink().toString());
    page.waitForURL("**/");
    page.navigate(page.url() + "letters");
    page.keyboard().press("j");
    page.locator("[data-letter]").waitFor(new Locator.WaitForOptions().setTimeout(20_000));
    return page;
  }

  private static List<SampleLetter> letters() {
    List<SampleLetter> letters = new ArrayList<>(SampleMailbox.letters(LETTERS));
    letters.removeIf(letter -> letter.name().equals(OPENED));
    SampleMailbox.written().stream()
        .filter(letter -> letter.name().equals(OPENED))
        .forEach(letters::addFirst);
    return letters;
  }

  private static boolean isReadAll(Totals totals) {
    return totals.received() == letters().size() && totals.unprocessed() == 0;
  }

  private static String shown(Page page) {
    StringBuilder rules = new StringBuilder();
    for (Locator stylesheet : page.locator("link[rel=stylesheet]").all()) {
      URI address = URI.create(page.url()).resolve(stylesheet.getAttribute("href"));
      rules.append(digest(page.request().get(address.toString()).body()));
    }
    return "stylesheets "
        + digest(rules.toString().getBytes(UTF_8))
        + "\n"
        + page.evaluate(OUTLINE);
  }

  private static String record(String shown) throws IOException {
    return "desk.png " + digest(Files.readAllBytes(PICTURE)) + "\n" + shown;
  }

  private static void take(Page page, String shown) throws IOException {
    page.screenshot(new Page.ScreenshotOptions().setPath(PICTURE));
    Files.writeString(RECORD, record(shown));
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
