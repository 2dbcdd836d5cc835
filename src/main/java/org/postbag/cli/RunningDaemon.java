package org.postbag.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postbag.settings.Settings;
import org.postbag.web.TerminalAccess;

/// Finds the daemon that a verb speaks to.
final class RunningDaemon {
  private RunningDaemon() {}

  /// The API of the daemon on the data folder, or of the configured one when there is a token.
  ///
  /// @param token as given on the command line; else POSTBAG_TOKEN, else the daemon's own
  /// @throws Failure when there is no way to it
  static DeskApi api(PostbagCommand postbag, @Nullable String token, PrintWriter err) {
    Optional<String> given =
        Optional.ofNullable(token)
            .or(() -> Optional.ofNullable(postbag.environment().get("POSTBAG_TOKEN")));
    Optional<TerminalAccess> local = localAccess(postbag);
    if (given.isPresent()) {
      return new DeskApi(
          local.map(TerminalAccess::address).orElseGet(() -> configured(postbag, err)),
          given.get());
    }
    TerminalAccess access =
        local.orElseThrow(() ->
            Failure.work(
                "no daemon runs on the data folder "
                    + postbag.data()
                    + "; start it with `bin/postbag run`, or give --token"));
    return new DeskApi(access.address(), access.token().text());
  }

  /// Whether a daemon runs on the data folder.
  static boolean runs(PostbagCommand postbag) {
    return localAccess(postbag).isPresent();
  }

  private static Optional<TerminalAccess> localAccess(PostbagCommand postbag) {
    try {
      return TerminalAccess.read(postbag.data());
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private static URI configured(PostbagCommand postbag, PrintWriter err) {
    Settings settings = SettingsFile.read(postbag, err);
    String address = settings.desk().address();
    return settings
        .desk()
        .publicUrl()
        .orElseGet(() ->
            URI.create(
                "http://"
                    + (address.contains(":") ? "[" + address + "]" : address)
                    + ":"
                    + settings.desk().port()));
  }
}
