package org.postbag.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The datagrams that systemd would get, received by a few lines of Python.
class SystemdNotifyTest {
  private static final String RECEIVER =
      """
      import socket, sys
      s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
      s.bind(sys.argv[1])
      open(sys.argv[2] + '.bound', 'w').close()
      for _ in range(3):
          open(sys.argv[2], 'ab').write(s.recv(100) + b'\\n')
      """;

  @TempDir Path folder;

  @Test
  void systemdHearsThatTheDaemonIsReadyAndThenThatItLives() throws Exception {
    Path socket = folder.resolve("notify");
    Path heard = folder.resolve("heard");
    Process receiver =
        new ProcessBuilder("python3", "-c", RECEIVER, socket.toString(), heard.toString())
            .inheritIO()
            .start();
    try {
      await().until(() -> Files.exists(folder.resolve("heard.bound")));
      AtomicInteger looks = new AtomicInteger();
      SystemdNotify.of(Map.of("NOTIFY_SOCKET", socket.toString(), "WATCHDOG_USEC", "300000"))
          .orElseThrow()
          .ready(looks::incrementAndGet);
      await().until(() -> Files.exists(heard) && Files.readAllLines(heard).size() == 3);
      assertThat(Files.readAllLines(heard)).containsExactly("READY=1", "WATCHDOG=1", "WATCHDOG=1");
      assertThat(looks.get()).isPositive();
    } finally {
      receiver.destroyForcibly();
    }
  }

  @Test
  void whoeverDidNotStartUsThatWayHearsNothing() {
    assertThat(SystemdNotify.of(Map.of())).isEmpty();
  }
}
