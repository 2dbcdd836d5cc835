package org.postbag;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postbag.settings.SettingsReader;

/// The desk behind a proxy that it trusts, and behind one that it does not.
class BehindProxyTest {
  @TempDir Path folder;

  private Daemon start(String proxy) throws Exception {
    Path config = folder.resolve("config");
    Files.createDirectories(config.resolve("topics"));
    Files.createDirectories(config.resolve("replies"));
    Files.writeString(
        config.resolve("application.yaml"),
        """
        postbag:
          desk:
            port: 0
            public-url: https://post.example.org
            trusted-proxies: [%s]
        """
            .formatted(proxy));
    return Daemon.start(
        SettingsReader.read(config, folder.resolve("data"), _ -> Optional.empty())
            .settings()
            .orElseThrow());
  }

  /// The cookies of the sign-in page, as a browser gets them that the proxy reached by HTTPS.
  private static List<String> cookies(Daemon daemon) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(daemon.localAddress().resolve("/login"))
            .header("X-Forwarded-Proto", "https")
            .header("X-Forwarded-For", "203.0.113.9")
            .build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.headers().allValues("Set-Cookie");
  }

  @Test
  void aTrustedProxysWordMakesCookiesSecureAndBoundToTheHost() throws Exception {
    try (Daemon daemon = start("127.0.0.1")) {
      assertThat(cookies(daemon))
          .singleElement()
          .asString()
          .startsWith("__Host-postbag-csrf=")
          .contains("Secure", "HttpOnly", "Path=/");
    }
  }

  @Test
  void anotherProxysWordIsNothing() throws Exception {
    try (Daemon daemon = start("192.0.2.1")) {
      assertThat(cookies(daemon))
          .singleElement()
          .asString()
          .startsWith("postbag-csrf=")
          .doesNotContain("Secure");
    }
  }
}
