package org.postbag.settings;

import java.net.URI;
import java.util.Map;
import org.postbag.catalog.Misfit;
import org.postbag.intake.MailServer;

/// Reads where a mail server listens, and refuses what cannot be.
final class ServerAddress {
  private static final int HIGHEST_PORT = 65_535;

  /// Ports at which the other kind of protection is spoken, and what is meant by them (RFC 8314
  /// §7).
  private static final Map<String, String> MEANT =
      Map.of(
          "imaps:143", "imap://%s:143",
          "imap:993", "imaps://%s:993",
          "smtps:587", "smtp://%s:587",
          "smtps:25", "smtp://%s:25",
          "smtp:465", "smtps://%s:465");

  private ServerAddress() {}

  /// @throws IllegalArgumentException for what is no server's address
  static MailServer read(URI uri) {
    if (uri.getPort() == 0 || uri.getPort() > HIGHEST_PORT) {
      throw new Misfit("names a port that there is not", "write one from 1 to 65535");
    }
    boolean more = uri.getRawQuery() != null || uri.getRawFragment() != null;
    if (more || !(uri.getRawPath() == null || uri.getRawPath().matches("/?"))) {
      throw new Misfit(
          "says more than the server", "write `scheme://host:port`; a folder is `folder:`");
    }
    MailServer server = MailServer.of(uri);
    String meant =
        MEANT.get(uri.getScheme().toLowerCase(java.util.Locale.ROOT) + ":" + server.port());
    if (meant != null) {
      throw new Misfit(
          "names a port at which that protection is not spoken",
          "write `" + meant.formatted(uri.getHost()) + "`");
    }
    return server;
  }
}
