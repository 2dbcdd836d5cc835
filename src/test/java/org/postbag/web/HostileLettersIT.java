package org.postbag.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Letters that try to run something in the reader's browser, or to call home. Each vector stands
/// in the subject, the sender's name, the text, the HTML and the name of an attachment at once.
class HostileLettersIT {
  private static final List<String> VECTORS =
      List.of(
          "<script>window.hit=1</script>",
          "<img src=x onerror=window.hit=1>",
          "<svg onload=window.hit=1>",
          "<svg><animate attributeName=href values=javascript:window.hit=1 /><a"
              + " id=x><text>x</text></a></svg>",
          "<svg><script>window.hit=1</script></svg>",
          "<svg><use href=\"data:image/svg+xml,<svg id='x'"
              + " xmlns='http://www.w3.org/2000/svg'><script>window.hit=1</script></svg>#x\"></use></svg>",
          "<math><mtext><table><mglyph><style><img src=x"
              + " onerror=window.hit=1></style></mglyph></table></mtext></math>",
          "<noscript><p title=\"</noscript><img src=x onerror=window.hit=1>\">",
          "<xmp><img src=x onerror=window.hit=1></xmp>",
          "<iframe srcdoc=\"<script>parent.hit=1</script>\"></iframe>",
          "<iframe src=javascript:parent.hit=1></iframe>",
          "<object data=javascript:window.hit=1></object>",
          "<embed src=javascript:window.hit=1>",
          "<a href=javascript:window.hit=1 autofocus onfocus=window.hit=1>click</a>",
          "<details open ontoggle=window.hit=1>x</details>",
          "<body onload=window.hit=1>",
          "<input autofocus onfocus=window.hit=1>",
          "<form action=https://evil.example/steal><button autofocus>x</button></form>",
          "<base href=https://evil.example/>",
          "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
          "<link rel=stylesheet href=https://evil.example/a.css>",
          "<style>@import"
              + " url(https://evil.example/b.css);body{background:url(https://evil.example/c)}</style>",
          "<img src=https://evil.example/pixel.gif>",
          "<img srcset='https://evil.example/1x.png 1x'>",
          "<svg><feImage href=https://evil.example/fe.png /></svg>",
          "<div style='background:url(https://evil.example/d)'>x</div>",
          "<div style='--x:url(https://evil.example/v);background:var(--x)'>x</div>",
          "<video poster=https://evil.example/p.png src=https://evil.example/v.mp4"
              + " autoplay></video>",
          "<audio src=https://evil.example/a.mp3 autoplay></audio>",
          "<table background=https://evil.example/t.png><tr><td>x</td></tr></table>",
          "<div hx-get=https://evil.example/hx hx-trigger=load>x</div>",
          "<div data-hx-get=/letters/1 hx-on:load=window.hit=1 hx-trigger=load>x</div>",
          "<div hx-swap-oob=true id=notices>x</div>",
          "</textarea><script>window.hit=1</script>",
          "</title><script>window.hit=1</script>",
          "\"><script>window.hit=1</script>",
          "' onmouseover='window.hit=1",
          "[[${7*7}]] [(${T(java.lang.Runtime).getRuntime()})] ${7*7} #{x} {{7*7}} __${7*7}__",
          "[x](javascript:window.hit=1) ![x](https://evil.example/md.png)"
              + " <https://evil.example/auto>");

  /// What the browser asks for when it has come to the end of the page.
  private static final String LAST = "https://evil.example/last.gif";

  private static TestDesk desk;
  private static DeskBrowser browser;

  @BeforeAll
  static void start() {
    desk = TestDesk.start(Duration.ofMinutes(2));
    browser = new DeskBrowser();
  }

  @AfterAll
  static void stop() {
    browser.close();
    desk.close();
  }

  private static String encoded(String text) {
    String plain = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    return "=?utf-8?B?" + plain + "?=";
  }

  private static byte[] letter(String vector, int number) {
    String letter =
        """
        From: %s <evil%d@example.net>
        To: office@example.org
        Subject: Calais %s
        Message-ID: <evil%d@example.net>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: multipart/alternative; boundary=c

        --c
        Content-Type: text/plain; charset=utf-8

        Calais and the Channel Tunnel, border security, migrants. %s

        --c
        Content-Type: text/html; charset=utf-8

        <p>Calais</p>%s<p>end</p>
        --c--
        --b
        Content-Type: text/html; name="%s.html"
        Content-Disposition: attachment; filename="%s.html"

        <script>window.hit=1</script>
        --b--
        """
            .formatted(
                encoded(vector),
                number,
                encoded(vector),
                number,
                vector,
                vector,
                vector.replace('"', '\''),
                vector.replace('"', '\''));
    return letter.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void nothingRunsAndNothingIsAskedOfAnyOtherHost() {
    List<String> outside = new ArrayList<>();
    try (BrowserContext window = browser.window(1280, 860)) {
      Page page = DeskBrowser.signedIn(window, desk, desk.member("ann", Role.APPROVER));
      URI home = desk.at("/");
      window.onRequest(request -> {
        if (!request.url().startsWith(home.toString()) && !request.url().startsWith("data:")) {
          outside.add(request.url());
        }
      });
      page.onDialog(dialog -> outside.add("dialog " + dialog.message()));
      window.onPage(popup -> outside.add("popup " + popup.url()));
      for (int i = 0; i < VECTORS.size(); i++) {
        read(page, desk.receive(letter(VECTORS.get(i), i)), VECTORS.get(i));
      }
      for (String list :
          List.of("/letters", "/letters?view=person", "/letters?q=calais", "/groups/calais")) {
        page.navigate(desk.at(list).toString());
        assertThat(page.evaluate("window.hit")).as(list).isNull();
      }
    }
    assertThat(outside).isEmpty();
  }

  private static void read(Page page, long letter, String vector) {
    page.navigate(desk.at("/letters/" + letter).toString());
    assertThat(page.locator("[data-letter='" + letter + "']")).isVisible();
    page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true");
    assertThat(page.evaluate("window.hit")).as(vector).isNull();
    assertThat(page.url()).startsWith(desk.at("/letters/").toString());
    page.navigate(desk.at("/letters/" + letter + "/formatted").toString());
    assertThat(page.evaluate("window.hit")).as("alone: " + vector).isNull();
    if (desk.item(letter).reply().isPresent()) {
      page.navigate(desk.at("/letters/" + letter + "/edit").toString());
      assertThat(page.evaluate("window.hit")).as("edit: " + vector).isNull();
    }
  }

  @Test
  void theFrameHoldsAlsoWhenNothingWasTakenOutOfTheHtml() {
    try (BrowserContext window = browser.window(800, 600)) {
      List<Request> outside = new ArrayList<>();
      Page page = DeskBrowser.signedIn(window, desk, desk.member("ben", Role.VIEWER));
      String home = desk.at("/").toString();
      window.onRequest(request -> {
        if (!request.url().startsWith(home)) {
          outside.add(request);
        }
      });
      String all = String.join("\n", VECTORS) + "\n<img src=" + LAST + ">";
      page.route(
          "**/formatted",
          route -> {
            var real = route.fetch();
            route.fulfill(
                new com.microsoft.playwright.Route.FulfillOptions().setResponse(real).setBody(all));
          });
      long letter = desk.receive(letter("<b>x</b>", 1000));
      page.navigate(desk.at("/letters/" + letter + "/formatted").toString());
      page.waitForCondition(
          () -> outside.stream().anyMatch(r -> r.url().equals(LAST) && r.failure() != null));
      assertThat(page.evaluate("window.hit")).isNull();
      // The browser names what it wanted to ask for, and that the page's policy forbade it.
      assertThat(outside).isNotEmpty().extracting(Request::failure).containsOnly("csp");
    }
  }
}
