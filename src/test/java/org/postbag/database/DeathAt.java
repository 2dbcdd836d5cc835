package org.postbag.database;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Kills this very process, with SIGKILL, at an event that comes after another or is the same, such
/// as those of a [WatchedDatabase].
public final class DeathAt implements Consumer<String> {
  private final Pattern armedBy;
  private final Pattern at;
  private boolean armed;

  public DeathAt(Pattern armedBy, Pattern at) {
    this.armedBy = armedBy;
    this.at = at;
  }

  @Override
  public synchronized void accept(String event) {
    armed |= armedBy.matcher(event).find();
    if (armed && at.matcher(event).find()) {
      kill();
    }
  }

  private static void kill() {
    try {
      new ProcessBuilder("kill", "-9", Long.toString(ProcessHandle.current().pid())).start();
      Thread.sleep(Duration.ofMinutes(1));
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException("still alive", e);
    }
  }
}
