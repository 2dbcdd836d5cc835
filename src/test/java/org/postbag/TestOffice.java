package org.postbag;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.postbag.settings.Settings;
import org.postbag.settings.SettingsReader;

/// An office as it is set up: the shipped topics and replies, and an `application.yaml` with
/// mailboxes at an IMAP server of this machine. Nothing is sent.
public final class TestOffice {
  private TestOffice() {}

  /// Writes `config/` into that folder, and reads it.
  ///
  /// @param poll how often a mailbox is looked at beside IDLE
  /// @param users one mailbox for each, with the password `secret`
  public static Settings at(Path folder, int imapPort, Duration poll, String... users) {
    try {
      Path config = folder.resolve("config");
      for (String part : new String[] {"topics", "replies"}) {
        copy(Path.of("config", part), config.resolve(part));
      }
      Files.writeString(SettingsReader.file(config), yaml(imapPort, poll, users));
      return read(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Settings read(Path folder) {
    SettingsReader.Reading reading =
        SettingsReader.read(
            folder.resolve("config"), folder.resolve("data"), _ -> Optional.empty());
    return reading
        .settings()
        .orElseThrow(() -> new IllegalStateException(reading.problems().toString()));
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static String yaml(int port, Duration poll, String... users) {
    StringBuilder yaml = new StringBuilder("postbag:\n  desk: {port: 0}\n  mailboxes:\n");
    for (String user : users) {
      yaml.append(
          """
              %1$s:
                address: %1$s@example.org
                imap: imap://127.0.0.1:%2$d
                smtp: smtp://127.0.0.1:1
                username: %1$s
                password: secret
                poll-interval: %3$ds
          """
              .formatted(user, port, poll.toSeconds()));
    }
    return yaml.toString();
  }
}
