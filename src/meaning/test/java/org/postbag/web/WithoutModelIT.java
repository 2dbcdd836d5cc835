package org.postbag.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The jars as daemons that are asked for letters' meaning; only the variant knows any.
class WithoutModelIT {
  private static final Pattern SET_UP = Pattern.compile("http://\\S+/set-up\\?token=\\S+");

  @TempDir Path folder;
  private final List<Process> daemons = new ArrayList<>();

  private URI start(String jar) throws IOException {
    Files.createDirectories(folder.resolve("config"));
    Files.writeString(
        folder.resolve("config/application.yaml"),
        """
        postbag:
          matching:
            meaning: always
          desk:
            port: 0
          mailboxes:
            office:
              address: office@example.org
              imap: imap://127.0.0.1:1
              smtp: smtp://127.0.0.1:1
              username: office
              password: none
        """);
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String file = Path.of("target", jar).toAbsolutePath().toString();
    Process daemon =
        new ProcessBuilder(java, "--enable-native-access=ALL-UNNAMED", "-jar", file, "run")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile())
            .start();
    daemons.add(daemon);
    await()
        .atMost(Duration.ofMinutes(3))
        .until(() -> !daemon.isAlive() || SET_UP.matcher(output()).find());
    Matcher address = SET_UP.matcher(output());
    assertThat(address.find()).as(output()).isTrue();
    return URI.create(address.group());
  }

  private String output() throws IOException {
    return Files.readString(folder.resolve("output"));
  }

  private static String health(URI desk) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(desk.resolve("/actuator/health")).build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
  }

  @AfterEach
  void stop() throws InterruptedException {
    for (Process daemon : daemons) {
      daemon.destroy();
      daemon.waitFor();
    }
  }

  @Test
  void thePlainProgramStartsAndSaysOnceInLogHealthAndDeskWhatItLacks() throws Exception {
    URI setUp = start("postbag.jar");

    assertThat(output().lines().filter(line -> line.contains("by their words alone"))).hasSize(1);
    assertThat(health(setUp)).contains("WARNING");
    try (DeskBrowser browser = new DeskBrowser();
        BrowserContext window = browser.window(1280, 800)) {
      Page page = window.newPage();
      page.navigate(setUp.toString());
      page.locator("#name").fill("ann");
      page.locator("#password").fill("a long password");
      page.locator("form button.primary").click();
      page.waitForURL(url -> URI.create(url).getPath().equals("/"));
      assertThat(page.locator("#notices"))
          .containsText("Letters are matched by their words alone.");
      assertThat(page.locator("#notices")).containsText("set postbag.matching.meaning to off");
      page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "without-model.png")));
    }
  }

  @Test
  void theVariantLacksNothing() throws Exception {
    URI setUp = start("postbag-meaning.jar");

    assertThat(output()).doesNotContain("by their words alone");
    // The mailbox of this test cannot be reached, which is a warning of its own.
    assertThat(health(setUp)).doesNotContain("DOWN");
  }
}
