package org.postbag.cli;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells systemd that the daemon is ready, and then that it lives (sd_notify(3): datagrams to the
/// socket that `NOTIFY_SOCKET` names). Java has no datagrams over local sockets, so the C library
/// is asked, through the foreign-function interface.
final class SystemdNotify {
  private static final Logger LOG = LoggerFactory.getLogger(SystemdNotify.class);
  private static final int AF_UNIX = 1;
  private static final int SOCK_DGRAM = 2;
  private static final int LONGEST_PATH = 107;

  private final String socket;
  private final Duration every;

  private SystemdNotify(String socket, Duration every) {
    this.socket = socket;
    this.every = every;
  }

  /// Empty where systemd did not start us with `Type=notify`.
  static Optional<SystemdNotify> of(Map<String, String> environment) {
    Duration watchdog =
        Optional.ofNullable(environment.get("WATCHDOG_USEC"))
            .map(usec -> Duration.ofNanos(Long.parseLong(usec) * 1000))
            .orElse(Duration.ZERO);
    return Optional.ofNullable(environment.get("NOTIFY_SOCKET"))
        .filter(path -> path.length() > 1 && path.length() <= LONGEST_PATH)
        .map(path -> new SystemdNotify(path, watchdog.dividedBy(3)));
  }

  /// Ready now; and alive for as long as `look` comes back, where a watchdog waits for that.
  void ready(Runnable look) {
    send("READY=1");
    if (every.isPositive()) {
      Thread.ofPlatform().daemon().name("watchdog").start(() -> watch(look));
    }
  }

  void stopping() {
    send("STOPPING=1");
  }

  private void watch(Runnable look) {
    try {
      while (true) {
        look.run();
        send("WATCHDOG=1");
        Thread.sleep(every);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void send(String message) {
    try (Arena arena = Arena.ofConfined()) {
      int fd = (int) function("socket", 3).invoke(AF_UNIX, SOCK_DGRAM, 0);
      MemorySegment text = arena.allocateFrom(message);
      MemorySegment address = address(arena);
      long sent =
          (long)
              sendTo()
                  .invoke(fd, text, message.length() + 0L, 0, address, (int) address.byteSize());
      int closed = (int) function("close", 1).invoke(fd);
      LOG.debug("told systemd {}: {} bytes, {}", message, sent, closed);
    } catch (Throwable e) {
      LOG.warn("systemd cannot be told {}: {}", message, e.toString());
    }
  }

  /// `struct sockaddr_un`: the family, then the path; one that begins with `@` is abstract, and
  /// begins with a zero byte in truth.
  private MemorySegment address(Arena arena) {
    byte[] path = socket.getBytes(StandardCharsets.UTF_8);
    if (path[0] == '@') {
      path[0] = 0;
    }
    MemorySegment address = arena.allocate(2L + path.length);
    address.set(ValueLayout.JAVA_SHORT, 0, (short) AF_UNIX);
    MemorySegment.copy(path, 0, address, ValueLayout.JAVA_BYTE, 2, path.length);
    return address;
  }

  private static MethodHandle function(String name, int integers) {
    ValueLayout[] arguments = new ValueLayout[integers];
    java.util.Arrays.fill(arguments, ValueLayout.JAVA_INT);
    return handle(name, FunctionDescriptor.of(ValueLayout.JAVA_INT, arguments));
  }

  private static MethodHandle sendTo() {
    return handle(
        "sendto",
        FunctionDescriptor.of(
            ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_INT,
            ValueLayout.ADDRESS,
            ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_INT,
            ValueLayout.ADDRESS,
            ValueLayout.JAVA_INT));
  }

  @SuppressWarnings("restricted") // the launcher allows it, for SQLite as well
  private static MethodHandle handle(String name, FunctionDescriptor shape) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), shape);
  }
}
