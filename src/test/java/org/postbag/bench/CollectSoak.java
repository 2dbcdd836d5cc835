package org.postbag.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.postbag.intake.imap.DovecotServer;
import org.postbag.intake.imap.KillRun;

/// Kills the reading process again and again while letters flow in, then compares the rows with the
/// mailbox. Ends with status 1 when a letter is lost, kept twice, or not whole.
///
/// Options: letters (50000), kills (200), seed (by chance, and printed).
public final class CollectSoak {
  private CollectSoak() {}

  public static void main(String[] options) throws Exception {
    int letters = options.length > 0 ? Integer.parseInt(options[0]) : 50_000;
    int kills = options.length > 1 ? Integer.parseInt(options[1]) : 200;
    long seed = options.length > 2 ? Long.parseLong(options[2]) : new Random().nextLong();
    System.out.printf("%d letters, %d kills, seed %d%n", letters, kills, seed);
    Path data = Files.createTempDirectory("postbag-soak");
    try (DovecotServer dovecot = DovecotServer.start()) {
      KillRun.Result result = new KillRun(dovecot, data, letters, kills, new Random(seed)).run();
      System.out.println(result);
      boolean right =
          result.kept() == letters && result.different() == letters && result.whole() == letters;
      System.exit(right ? 0 : 1);
    }
  }
}
