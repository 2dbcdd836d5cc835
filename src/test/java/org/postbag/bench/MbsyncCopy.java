package org.postbag.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Debian's `isync`, copying the same mailbox into a maildir.
final class MbsyncCopy {
  private MbsyncCopy() {}

  /// Seconds for the whole mailbox.
  static double of(int port, String user, int letters) throws Exception {
    Path base = Files.createTempDirectory("postbag-mbsync");
    Path config =
        Files.writeString(
            base.resolve("mbsyncrc"),
            """
            IMAPStore far
            Host 127.0.0.1
            Port %1$d
            User %2$s
            Pass secret
            SSLType None
            AuthMechs LOGIN

            MaildirStore near
            Path %3$s/
            Inbox %3$s/INBOX

            Channel copy
            Far :far:
            Near :near:
            Patterns INBOX
            Create Near
            Sync Pull
            SyncState *
            """
                .formatted(port, user, base));
    long begin = System.nanoTime();
    int status =
        new ProcessBuilder("mbsync", "-c", config.toString(), "copy")
            .redirectErrorStream(true)
            .redirectOutput(base.resolve("out").toFile())
            .start()
            .waitFor();
    double seconds = (System.nanoTime() - begin) / 1e9;
    try (Stream<Path> files = Files.list(base.resolve("INBOX/new"));
        Stream<Path> seen = Files.list(base.resolve("INBOX/cur"))) {
      long copied = files.count() + seen.count();
      if (status != 0 || copied != letters) {
        throw new IllegalStateException(
            "mbsync copied " + copied + ": " + Files.readString(base.resolve("out")));
      }
    }
    return seconds;
  }
}
