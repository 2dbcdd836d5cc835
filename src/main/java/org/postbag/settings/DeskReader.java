package org.postbag.settings;

import java.net.URI;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postbag.catalog.Mistakes;
import org.postbag.catalog.YamlMap;
import org.postbag.web.DeskSettings;

/// Reads `postbag.desk`.
final class DeskReader {
  private static final String IP_ADDRESS = "[0-9a-fA-F:.]+|localhost";
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
    desk.checkKeys();
    if (!address.matches(LOOPBACK) && publicUrl.isEmpty()) {
      mistakes.warning(
          desk.lineOf("address"),
          "the desk is reached from other machines, without TLS",
          "put a TLS proxy before it and name that as public-url, or listen on 127.0.0.1");
    }
    return new DeskSettings(address, port, publicUrl, zone, office);
  }

  private static @Nullable URI url(String text) {
    URI uri = URI.create(text);
    boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
    return web && uri.getHost() != null ? uri : null;
  }
}
