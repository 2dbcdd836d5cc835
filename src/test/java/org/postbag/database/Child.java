package org.postbag.database;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/// A child process that prints one line for each step it takes, so that a test can wait for a step
/// or kill the process at one. No clock decides when.
public final class Child {
  /// The exit status after SIGKILL.
  public static final int KILLED = 137;

  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final Process process;
  private final Thread listener;
  private final Map<String, Integer> printed = new HashMap<>();
  private String lastLine = "";
  private int left;

  private Child(Process process) {
    this.process = process;
    this.listener = Thread.ofPlatform().daemon().name("child-output").unstarted(this::listen);
  }

  /// Starts the program. What it prints on its standard error is thrown away.
  public static Child start(ProcessBuilder program) throws IOException {
    Child child = new Child(program.redirectError(Redirect.DISCARD).start());
    child.listener.start();
    return child;
  }

  private void listen() {
    process.inputReader().lines().forEach(this::hear);
  }

  private synchronized void hear(String line) {
    printed.merge(line, 1, Integer::sum);
    if (line.equals(lastLine) && --left == 0) {
      killNow();
    }
  }

  /// How often it has printed that line.
  public synchronized int times(String line) {
    return printed.getOrDefault(line, 0);
  }

  /// Waits until it has printed that line at least so many times since its start.
  ///
  /// @throws IllegalStateException when it ended before
  public Child untilPrinted(String line, int times) {
    Awaitility.await()
        .atMost(LONGEST)
        .pollInterval(Duration.ofMillis(10))
        .until(() -> times(line) >= times || !listener.isAlive());
    if (times(line) < times) {
      throw new IllegalStateException("the child ended before it printed " + line);
    }
    return this;
  }

  /// Kills it with SIGKILL once it has printed that line so many times more. It goes on in the
  /// meantime, so the kill meets it anywhere between that step and the next ones.
  public synchronized Child killAfter(String line, int times) {
    lastLine = line;
    left = times;
    return this;
  }

  /// Kills it with SIGKILL: no hook runs, nothing is flushed.
  public int kill() throws InterruptedException {
    killNow();
    return process.waitFor();
  }

  /// By its handle: the process itself would close the stream that is listened to.
  private void killNow() {
    process.toHandle().destroyForcibly();
  }

  /// Waits for its end.
  ///
  /// @return its exit status, [#KILLED] after SIGKILL
  /// @throws IllegalStateException when it does not end
  public int end() throws InterruptedException {
    if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
      kill();
      throw new IllegalStateException("the child did not end by itself");
    }
    return process.exitValue();
  }
}
