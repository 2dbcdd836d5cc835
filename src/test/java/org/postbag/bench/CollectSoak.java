package org.postbag.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.postbag.intake.imap.CollectKillRun;
import org.postbag.intake.imap.CrashPoint;
import org.postbag.intake.imap.CrashRun;
import org.postbag.intake.imap.DovecotServer;

/// Kills the reading process again and again while letters flow in, then compares the rows with the
/// mailbox. Ends with status 1 when a letter is lost, kept twice, or not whole.
///
/// Then lets it die at each named point, and compares rows, drafts and ledger with the mailbox.
///
/// Options: letters (50000), kills (200), deaths at each named point (1), seed (by chance, and
/// printed).
public final class CollectSoak {
  private CollectSoak() {}

  public static void main(String[] options) throws Exception {
    int letters = options.length > 0 ? Integer.parseInt(options[0]) : 50_000;
    int kills = options.length > 1 ? Integer.parseInt(options[1]) : 200;
    int rounds = options.length > 2 ? Integer.parseInt(options[2]) : 1;
    long seed = options.length > 3 ? Long.parseLong(options[3]) : new Random().nextLong();
    System.out.printf("%d letters, %d kills, seed %d%n", letters, kills, seed);
    Path data = Files.createTempDirectory("postbag-soak");
    try (DovecotServer dovecot = DovecotServer.start()) {
      CollectKillRun.Result result =
          new CollectKillRun(dovecot, data, letters, kills, new Random(seed)).run();
      System.out.println(result);
      boolean right =
          result.kept() == letters && result.different() == letters && result.whole() == letters;
      System.exit(namedPoints(dovecot, rounds) && right ? 0 : 1);
    }
  }

  private static boolean namedPoints(DovecotServer dovecot, int rounds) throws Exception {
    int wrong = 0;
    for (int round = 0; round < rounds; round++) {
      for (CrashPoint point : CrashPoint.values()) {
        List<String> faults = new CrashRun(dovecot, point, round).faults();
        System.out.printf("%-32s %s%n", point.label(), faults.isEmpty() ? "right" : faults);
        wrong += faults.isEmpty() ? 0 : 1;
      }
    }
    System.out.printf(
        "%d deaths at %d named points, %d wrong%n",
        rounds * CrashPoint.values().length, CrashPoint.values().length, wrong);
    return wrong == 0;
  }
}
