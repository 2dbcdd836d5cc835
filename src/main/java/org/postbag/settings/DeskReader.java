package org.postbag.settings;

import static java.util.Locale.ROOT;
import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postbag.catalog.Mistakes;
import org.postbag.catalog.YamlItem;
import org.postbag.catalog.YamlMap;
import org.postbag.web.DeskSettings;
import org.postbag.web.DoorSettings;

/// Reads `postbag.desk`.
final class DeskReader {
  private static final String IP_ADDRESS = "[0-9a-fA-F:.]+|localhost";
  private static final Pattern NETWORK =
      Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(8|16|24)");
  private static final String LOOPBACK = "127\\..*|::1|localhost";

  private DeskReader() {}

  static DeskSettings read(YamlMap desk, ZoneId zone, String office, Mistakes mistakes) {
    String address =
        desk.read(
                "address",
                "the IP address of a network card, as in `127.0.0.1`",
                text -> text.matches(IP_ADDRESS) ? text : null)
            .orElse(DeskSettings.ADDRESS);
    int port = desk.whole("port", 0, 65_535).orElse(DeskSettings.PORT);
    Optional<URI> publicUrl =
        desk.read("public-url", "an address, as in `https://post.example.org`", DeskReader::url);
    DoorSettings door =
        new DoorSettings(
            desk.items("trusted-proxies").stream().flatMap(i -> proxy(i, mistakes)).toList(),
            desk.items("hosts").stream().map(item -> item.text().toLowerCase(ROOT)).toList());
    if (!door.trustedProxies().isEmpty() && publicUrl.isEmpty()) {
      mistakes.error(
          desk.lineOf("trusted-proxies"),
          "a proxy is trusted, and nothing says by which address browsers reach it",
          "add `public-url: https://post.example.org`");
    }
    desk.checkKeys();
    publicUrl
        .filter(url -> "http".equals(url.getScheme()) && !url.getHost().matches(LOOPBACK))
        .ifPresent(url ->
            mistakes.warning(
                desk.lineOf("public-url"),
                "`public-url: "
                    + url
                    + "` is without TLS: passwords and letters can be read on the way",
                "let the proxy speak TLS, and write https://"));
    if (!address.matches(LOOPBACK) && publicUrl.isEmpty()) {
      mistakes.warning(
          desk.lineOf("address"),
          "the desk is reached from other machines, without TLS",
          "put a TLS proxy before it and name that as public-url, or listen on 127.0.0.1");
    }
    return new DeskSettings(address, port, publicUrl, door, zone, office);
  }

  /// `192.0.2.1`, or a network of whole bytes as in `172.16.0.0/16`.
  private static Stream<String> proxy(YamlItem item, Mistakes mistakes) {
    Matcher network = NETWORK.matcher(item.text());
    if (network.matches()) {
      int bytes = Integer.parseInt(network.group(5)) / 8;
      return Stream.of(
          IntStream.rangeClosed(1, bytes).mapToObj(network::group).collect(joining(".")) + ".");
    }
    if (item.text().matches("[0-9a-fA-F]*:[0-9a-fA-F:.]+|[0-9]+(\\.[0-9]+){3}")) {
      return Stream.of(item.text());
    }
    mistakes.error(
        item.line(),
        "`" + item.text() + "` is not the address of a proxy",
        "write an IP address, as in `192.0.2.1`, or a network as in `172.16.0.0/16` (/8, /16, /24)");
    return Stream.empty();
  }

  private static @Nullable URI url(String text) {
    URI uri = URI.create(text);
    boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
    return web && uri.getHost() != null ? uri : null;
  }
}
